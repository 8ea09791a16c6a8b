"""The Word document of an agreement."""
