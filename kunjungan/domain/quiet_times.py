"""Times of the day that are better left free: prayers, and hours of the fasting month.

Office practice: a setting, a line each: weekdays (1 is Monday, ``*`` any), from, to, first and
last day (both may be empty), the name in Indonesian and in English, with bars between them.
A warning never blocks.
"""

QUIET_TIMES = (
    "5|11:30|13:00|||Salat Jumat|Friday prayer",
    "1234567|11:45|12:45|||Salat Zuhur|Noon prayer",
    "*|15:00|15:30|||Salat Asar|Afternoon prayer",
    "*|17:45|18:30|||Salat Magrib|Sunset prayer",
)
