"""What stands round the text: head, foot, signatures, emblems, initials, marks."""
