"""The gift log of a visit."""
