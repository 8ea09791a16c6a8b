"""How a delegation travels: its journeys, its lodgings, who picks it up."""
