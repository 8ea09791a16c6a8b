"""The tab of a visit's letters: what came, what goes out, and the editor with its preview."""
