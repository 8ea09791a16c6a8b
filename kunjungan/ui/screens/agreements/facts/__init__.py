"""What an agreement is: its parties, dates, languages, originals and witnesses."""
