"""Gives a written PDF what its readers need: language, title, its own size; no date of making."""

from io import BytesIO


def finished(pdf: bytes, title: str) -> bytes:
    """Return the PDF rewritten; equal pages give equal bytes."""
    import pikepdf  # noqa: PLC0415 - heavy, paper only

    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        root.Lang = pikepdf.String("id-ID")
        root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None")
        )
        for page in document.pages:
            if "/Trans" in page:
                del page["/Trans"]
        document.docinfo = document.make_indirect(
            pikepdf.Dictionary(Title=pikepdf.String(title), Producer=pikepdf.String("Kunjungan"))
        )
        written = BytesIO()
        document.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
            min_version="1.7",
        )
    return written.getvalue()
