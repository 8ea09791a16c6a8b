"""Text set into lines: words, faces, scripts, hyphens, breaks."""
