"""The register: every agreement of the office, what state it is in, and what has to follow."""
