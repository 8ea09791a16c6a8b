"""Who signed what, when and by what authority."""
