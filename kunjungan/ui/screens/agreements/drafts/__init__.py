"""The drafts of an agreement: kept, compared, cleared."""
