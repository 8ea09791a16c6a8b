from kunjungan.domain.paper import Paper


def test_f4_is_the_indonesian_folio_and_not_legal() -> None:
    assert Paper.F4.size_mm == (215, 330)
    assert Paper.A4.size_mm == (210, 297)
