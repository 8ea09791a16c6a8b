"""Whether a paper is the text in force."""
