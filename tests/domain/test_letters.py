"""Letters that no eye sees."""

from kunjungan.domain.letters import named, without_unseen


def test_unseen_letters_are_named_by_their_number() -> None:
    assert named(["好", "\u200b", "\u2028", "é"]) == "好 U+200B U+2028 é"


def test_marks_hidden_in_pasted_words_go_and_every_space_stays() -> None:
    assert without_unseen("\ufeffkerja\u00ad\u200bsama \u00a0di\n") == "kerjasama \u00a0di\n"
