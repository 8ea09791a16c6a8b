"""The import of a guest list in three steps: file, columns and rows, summary."""
