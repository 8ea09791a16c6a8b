"""Rules of the protocol office: plain values and functions, no files, clock or library."""
