"""The order of precedence of a visit's guests, and the office's word on those of equal rank."""
