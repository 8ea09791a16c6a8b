"""The visum of travel orders: forms by region, the register, and what is printed."""
