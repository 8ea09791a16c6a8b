"""The seating of a visit: the order of precedence at the left, the room with its seats beside."""
