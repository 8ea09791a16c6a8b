"""Cards, labels, tents, signs and certificates: each in its own place on a sheet."""
