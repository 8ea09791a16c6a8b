"""What comes after a visit: how it went, who came, the result, promises, gifts, photos, papers."""
