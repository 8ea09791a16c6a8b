"""The frame round every screen: menu row, sidebar, status line, history of places."""
