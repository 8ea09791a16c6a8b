"""How delegations come and go, who picks them up, and where they sleep."""
