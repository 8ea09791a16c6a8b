"""The rows of a text: what is written in each language, and how they agree."""
