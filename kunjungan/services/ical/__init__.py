"""The calendar as a file: taken in from other programs, and written for them."""
