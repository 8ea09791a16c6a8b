"""Letters about visits: written from the office's texts, printed, sent, answered."""
