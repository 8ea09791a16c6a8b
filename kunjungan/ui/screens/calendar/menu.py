"""What the menu of a right click and of the Menu key offers; None draws a line."""

ON_ENTRY = ("calendar.open", "calendar.move", "calendar.stretch", "calendar.remove", None)
ON_DAY = (
    "visit.schedule",
    "calendar.new_entry",
    None,
    "calendar.sheet_day",
    "calendar.sheet_week",
    "calendar.copy_day",
    None,
    "calendar.today",
    "calendar.next_clash",
)
