"""Every paper of a visit's day, chosen, seen and printed from one dialog."""
