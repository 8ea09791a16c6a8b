"""The plain papers of an office, without letterhead: lists with a heading, page after page."""
