"""The visum as a paper of the day: only for who signed the list, and never signed in advance."""

from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.visum import (
    LEAST_LABEL_MM,
    VisumPrint,
    VisumText,
    overprint,
    stickers,
)
from kunjungan.documents.pdf.joining import joined
from kunjungan.domain.date_words import long_date
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.visum_forms import VisumField, VisumForm
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.label_sheets import sheets_in
from kunjungan.services.letters.facts import is_away, own_body
from kunjungan.services.letters.heads import signature, signer_of
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visum.forms import form_of_body
from kunjungan.services.visum.recording import AWAY
from kunjungan.services.visum.register import VisumLine, register_in
from kunjungan.store.tables import Delegation, Institution, Visit

_NOBODY = later(
    "Nobody on the signed attendance list has a visum yet. Record them first: Visum in the visit."
)
_CRAMPED = later("The words do not fit their field. Shorten them or make the field wider.")
_NO_NUMBER = later("The numbers of {count} travel orders are not known yet.")
_OTHER_PAPER = later("{count} visums are on {paper}: choose that paper to print them.")
_NO_DEPARTURE = later(
    "Of {count} visums only the arrival is printed: no day of departure is known."
)
_TOO_SMALL = later(
    "A label of {width} x {height} mm is too small for a visum with signature and stamp."
)
_TITLE = "Visum perjalanan dinas · {visit}"


def make(office: Office, wish: Wish) -> Made:
    """Return the visums of the guests who signed the list, in the order of the list.

    Without a label sheet they are printed into the guests' own sheets, each on the form of its
    region; forms on another paper than ``wish.paper`` wait for theirs.

    Raises:
        RuleBroken: a label is too small.
    """
    with office.store.read() as session:
        visit = found(session, Visit, wish.visit_id)
        if is_away(visit):
            return nothing(AWAY)
        lines = [line for line in register_in(session, visit) if _is_wanted(line, wish)]
        texts = [(line, _text(session, visit, line)) for line in lines]
        forms = {line.attendee_id: _form(session, line) for line in lines}
        title = _TITLE.format(visit=visit.title)
        if wish.sheet:
            return _labels(session, wish, texts, title)
    if not lines:
        return nothing(_NOBODY)
    own = [pair for pair in texts if forms[pair[0].attendee_id].paper is wish.paper]
    return _sheets(own, forms, len(texts) - len(own), wish, title)


def _is_wanted(line: VisumLine, wish: Wish) -> bool:
    """Say whether a visum is printed: recorded, on the signed list, and asked for."""
    delegation = wish.delegation_id in {None, line.delegation_id}
    some = not wish.only or str(line.id) in wish.only
    return line.id is not None and line.signed and delegation and some


def _sheets(
    texts: list[tuple[VisumLine, VisumText]],
    forms: dict[UUID, VisumForm],
    elsewhere: int,
    wish: Wish,
    title: str,
) -> Made:
    """Return pages in the order of the list; neighbours on one form are set together."""
    other = Paper.A4 if wish.paper is Paper.F4 else Paper.F4
    waiting = Warned("", _OTHER_PAPER, {"count": elsewhere, "paper": other.value.upper()})
    if not texts:
        return Made(b"", 0, {}, blockers=(waiting,))
    runs: list[tuple[VisumForm, list[VisumText]]] = []
    for line, text in texts:
        form = forms[line.attendee_id]
        if not runs or runs[-1][0] != form:
            runs.append((form, []))
        runs[-1][1].append(text)
    printed = [overprint(form, some, title) for form, some in runs]
    marks = {text.key: _mark(text, repr(forms[line.attendee_id])) for line, text in texts}
    whole = VisumPrint(
        joined([each.pdf for each in printed]),
        sum(each.pages for each in printed),
        tuple(key for each in printed for key in each.cramped),
    )
    return _made(whole, texts, marks, (waiting,) if elsewhere else ())


def _labels(
    session: Session, wish: Wish, texts: list[tuple[VisumLine, VisumText]], title: str
) -> Made:
    if not texts:
        return nothing(_NOBODY)
    sheet = next((each for each in sheets_in(session) if each.slug == wish.sheet), None)
    if sheet is None:
        raise RuleBroken(later("There is no label sheet “{slug}”."), slug=wish.sheet)
    if sheet.width < LEAST_LABEL_MM[0] or sheet.height < LEAST_LABEL_MM[1]:
        raise RuleBroken(_TOO_SMALL, width=f"{sheet.width:g}", height=f"{sheet.height:g}")
    printed = stickers(sheet, [text for _, text in texts], title, wish.first)
    return _made(printed, texts, {text.key: _mark(text, sheet.slug) for _, text in texts}, ())


def _made(
    printed: VisumPrint,
    texts: list[tuple[VisumLine, VisumText]],
    marks: dict[str, str],
    warnings: tuple[Warned, ...],
) -> Made:
    doubts = [Warned(text.who, each) for line, text in texts for each in line.doubts]
    cramped = [Warned(text.who, _CRAMPED) for _, text in texts if text.key in printed.cramped]
    lacking = (
        (_NO_NUMBER, sum(not line.travel_order for line, _ in texts)),
        (_NO_DEPARTURE, sum(line.departed_on is None for line, _ in texts)),
    )
    counted = [Warned("", message, {"count": count}) for message, count in lacking if count]
    return Made(printed.pdf, printed.pages, marks, (*warnings, *cramped, *doubts, *counted))


def _mark(text: VisumText, form: str) -> str:
    words = repr([*text.said.items(), form])
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _form(session: Session, line: VisumLine) -> VisumForm:
    return form_of_body(session, _body(session, line).id)


def _body(session: Session, line: VisumLine) -> Institution:
    assert line.delegation_id is not None  # the host's own party is in no register
    delegation = found(session, Delegation, line.delegation_id)
    return found(session, Institution, delegation.institution_id)


def _text(session: Session, visit: Visit, line: VisumLine) -> VisumText:
    own = own_body(session, visit)
    here = (own.city_id if own else "") or visit.place
    signed = signature(signer_of(session, line.signer_id), "id")
    post = "\n".join(signed.posts).rstrip(",")
    nip = next((words for words in signed.below if words.startswith("NIP")), "")
    said = {
        VisumField.ARRIVED_AT: here,
        VisumField.ARRIVED_ON: long_date(line.arrived_on).id if line.arrived_on else "",
        VisumField.ARRIVED_POST: post,
        VisumField.ARRIVED_NAME: signed.name,
        VisumField.ARRIVED_NIP: nip,
    }
    if line.departed_on is not None:
        said |= {
            VisumField.LEFT_FROM: here,
            VisumField.LEFT_TO: _body(session, line).city_id,
            VisumField.LEFT_ON: long_date(line.departed_on).id,
            VisumField.LEFT_POST: post,
            VisumField.LEFT_NAME: signed.name,
            VisumField.LEFT_NIP: nip,
        }
    return VisumText(str(line.id), line.name or line.title.id, said)
