"""Writing the text of an agreement: its shape, what is pasted, what its rows say of each other."""
