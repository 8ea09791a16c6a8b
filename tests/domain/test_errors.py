from kunjungan.domain.errors import OfficeError, RuleBroken


def test_a_refusal_keeps_its_sentence_untranslated_and_reads_well_in_a_log() -> None:
    refusal = RuleBroken("There is no {thing}.", thing="room")
    assert isinstance(refusal, OfficeError)
    assert (refusal.message, refusal.values) == ("There is no {thing}.", {"thing": "room"})
    assert str(refusal) == "There is no room."
