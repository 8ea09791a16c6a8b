"""The checklists of visits: their templates, their steps, and what ticks itself."""
