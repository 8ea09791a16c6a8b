"""The drafts of an agreement: kept when they close, compared, and cleared by both sides."""
