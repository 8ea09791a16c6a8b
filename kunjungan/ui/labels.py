"""Words for the members of the domain's enums, and for refusals."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from kunjungan.domain.agreements import AgreementKind, PartnerKind
from kunjungan.domain.articles import ArticleKey
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import OfficeError
from kunjungan.domain.event_times import Zone
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.kind_rules import Signer
from kunjungan.domain.layouts import Layout
from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.likeness import SIGNS
from kunjungan.domain.number_series import NumberFault
from kunjungan.domain.originals import Medium, StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.printed_names import DocumentClass, SignerClass
from kunjungan.domain.regions import RegionKind
from kunjungan.domain.seating import View
from kunjungan.domain.stages import AgreementStage, VisitStage
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.visit_words import SpeechState
from kunjungan.domain.workdays import HolidayKind
from kunjungan.i18n import later, tr
from kunjungan.services.language_values import language_name
from kunjungan.ui.enum_words import EnumWords
from kunjungan.ui.guest_words import GUEST_FIELD_WORDS
from kunjungan.ui.precedence_words import PRECEDENCE_WORDS
from kunjungan.ui.process_words import PROCESS_WORDS
from kunjungan.ui.register_words import REGISTER_WORDS
from kunjungan.ui.seating_words import SEATING_WORDS
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.visit_words import VISIT_WORDS

LABELS: Mapping[Enum, str] = EnumWords(
    (
        *PRECEDENCE_WORDS.items(),
        *PROCESS_WORDS,
        *VISIT_WORDS,
        *GUEST_FIELD_WORDS,
        *SIGNS.items(),
        *SEATING_WORDS,
        (AgreementKind.KB, later("Joint Agreement (KB)")),
        (AgreementKind.PKS, later("Cooperation Agreement (PKS)")),
        (AgreementKind.CONTRACT, later("Cooperation Contract")),
        (AgreementKind.SYNERGY, later("Synergy Memorandum")),
        (AgreementKind.NK, later("Memorandum of Understanding at home (NK)")),
        (AgreementKind.LOI, later("Letter of Intent")),
        (AgreementKind.MSP, later("Memorandum of Understanding with a foreign party (MSP)")),
        (AgreementKind.ADDENDUM, later("Addendum")),
        (PartnerKind.REGION, later("Another region")),
        (PartnerKind.THIRD_PARTY, later("A third party")),
        (PartnerKind.CENTRAL, later("Central government")),
        (PartnerKind.FOREIGN_GOVERNMENT, later("A foreign government")),
        (PartnerKind.FOREIGN_INSTITUTION, later("A foreign institution")),
        (PartnerKind.OTHER, later("Another partner")),
        (PartyStyle.KESATU, later("PIHAK KESATU, PIHAK KEDUA")),
        (PartyStyle.PERTAMA, later("PIHAK PERTAMA, PIHAK KEDUA")),
        (Signer.HEAD, later("The head in person")),
        (Signer.ATTORNEY, later("The head, or by power of attorney")),
        (Signer.AGREED, later("Whom the parties agree on")),
        (Layout.COLUMNS, later("Two columns side by side")),
        (Layout.SEQUENCE, later("One language after the other")),
        (Layout.VOLUMES, later("A volume for each language")),
        (Capacity.DEFINITIVE, later("Definitive")),
        (Capacity.PJ, later("Acting, appointed (Pj.)")),
        (Capacity.PJS, later("Acting, temporary (Pjs.)")),
        (Capacity.PLT, later("Acting, vacant post (Plt.)")),
        (Capacity.PLH, later("Daily acting (Plh.)")),
        (Capacity.FOR_HEAD, later("On behalf of the head (a.n.)")),
        (Capacity.ATTORNEY, later("By power of attorney")),
        (DocumentClass.REGULATION, later("Regulation")),
        (DocumentClass.DECREE, later("Decree")),
        (DocumentClass.ASSIGNMENT, later("Assignment letter")),
        (DocumentClass.LETTER, later("Letter")),
        (DocumentClass.AGREEMENT_TEXT, later("Agreement, opening text")),
        (DocumentClass.AGREEMENT_CAPTION, later("Agreement, signature block")),
        (DocumentClass.CERTIFICATE, later("Certificate")),
        (SignerClass.HEAD, later("Head or deputy head of region")),
        (SignerClass.SECRETARY, later("Regional secretary")),
        (SignerClass.OFFICIAL, later("Another official")),
        (SignerClass.STAND_IN, later("An official on behalf of another")),
        (ArticleKey.GENERAL, later("General provisions")),
        (ArticleKey.PURPOSE, later("Purpose and objective")),
        (ArticleKey.OBJECT, later("Object")),
        (ArticleKey.SCOPE, later("Scope")),
        (ArticleKey.IMPLEMENTATION, later("Implementation")),
        (ArticleKey.RIGHTS, later("Rights and obligations")),
        (ArticleKey.FINANCING, later("Financing")),
        (ArticleKey.TERM, later("Term")),
        (ArticleKey.WORKING_GROUP, later("Working group")),
        (ArticleKey.MONITORING, later("Monitoring and evaluation")),
        (ArticleKey.CORRESPONDENCE, later("Correspondence")),
        (ArticleKey.CONFIDENTIALITY, later("Confidentiality")),
        (ArticleKey.INTELLECTUAL_PROPERTY, later("Intellectual property")),
        (ArticleKey.PERSONNEL, later("Personnel")),
        (ArticleKey.FORCE_MAJEURE, later("Force majeure")),
        (ArticleKey.SANCTIONS, later("Sanctions")),
        (ArticleKey.DISPUTES, later("Settlement of disputes")),
        (ArticleKey.AMENDMENT, later("Amendment")),
        (ArticleKey.TERMINATION, later("Termination")),
        (ArticleKey.MISCELLANEOUS, later("Miscellaneous")),
        (ArticleKey.LANGUAGE, later("Language")),
        (ArticleKey.CLOSING, later("Closing provisions")),
        (ArticleKey.WORK_PLAN, later("Work plan")),
        (Level.TEXT, later("Plain text")),
        (Level.PARTY, later("Party")),
        (Level.ARTICLE, later("Article")),
        (Level.PARAGRAPH, later("Paragraph (1)")),
        (Level.LETTER, later("Letter a.")),
        (Level.NUMBER, later("Number 1.")),
        (Level.SUBLETTER, later("Letter a)")),
        (Level.SUBNUMBER, later("Number 1)")),
        (Level.CLOSING, later("Closing")),
        (Level.ANNEX, later("Annex")),
        (Level.TABLE_HEAD, later("Head of a table")),
        (Level.TABLE_ROW, later("Row of a table")),
        (Zone.WIB, later("WIB, western Indonesia")),
        (Zone.WITA, later("WITA, central Indonesia")),
        (Zone.WIT, later("WIT, eastern Indonesia")),
        (InstitutionKind.REGION, later("Regional government")),
        (InstitutionKind.AGENCY, later("Regional agency")),
        (InstitutionKind.MINISTRY, later("Ministry or state body")),
        (InstitutionKind.UNIVERSITY, later("University")),
        (InstitutionKind.COMPANY, later("Company")),
        (InstitutionKind.COUNCIL, later("Regional council (DPRD)")),
        (InstitutionKind.ORGANISATION, later("Organisation")),
        (InstitutionKind.FOREIGN_GOVERNMENT, later("Foreign government")),
        (InstitutionKind.FOREIGN_INSTITUTION, later("Foreign institution")),
        (StampRule.CROSSWISE, later("Crosswise: at the other party's signature")),
        (StampRule.ALL, later("At every signature")),
        (StampRule.NONE, later("No duty stamp")),
        (StampRule.BY_CHOICE, later("As chosen for each original")),
        (StampForm.ADHESIVE, later("Stamp to paste on")),
        (StampForm.ELECTRONIC, later("e-Meterai")),
        (StampForm.NONE, later("Without stamp")),
        (Medium.WET, later("In ink")),
        (Medium.ELECTRONIC, later("Electronically")),
        (Paper.F4, later("F4 (215 by 330 mm)")),
        (Paper.A4, later("A4 (210 by 297 mm)")),
        (RegionKind.PROVINCE, later("Province")),
        (RegionKind.REGENCY, later("Regency")),
        (RegionKind.CITY, later("City")),
        (RegionKind.ADMIN_REGENCY, later("Administrative regency")),
        (RegionKind.ADMIN_CITY, later("Administrative city")),
        (View.SEATED, later("Seen by those seated")),
        (View.AUDIENCE, later("Seen by the audience")),
        (VisitStage.LETTER, later("Letter received")),
        (VisitStage.APPROVED, later("Approved")),
        (VisitStage.SCHEDULED, later("Scheduled")),
        (VisitStage.PREPARING, later("In preparation")),
        (VisitStage.READY, later("Ready")),
        (VisitStage.RUNNING, later("Under way")),
        (VisitStage.REPORTED, later("Reported & filed")),
        (VisitStage.POSTPONED, later("Postponed")),
        (VisitStage.CANCELLED, later("Cancelled")),
        (VisitStage.NO_SHOW, later("Did not come")),
        (AgreementStage.DRAFT, later("Draft")),
        (AgreementStage.FINAL, later("Final")),
        (AgreementStage.SIGNED, later("Signed")),
        (AgreementStage.REGISTERED, later("Registered")),
        (AgreementStage.ENDED, later("Ended")),
        *REGISTER_WORDS.items(),
        (EndsRule.SAME_DAY, later("On the same date")),
        (EndsRule.DAY_BEFORE, later("The day before")),
        (EndsRule.EXPLICIT, later("On a date given")),
        (HolidayKind.NATIONAL, later("National holiday")),
        (HolidayKind.JOINT_LEAVE, later("Joint leave")),
        (HolidayKind.LOCAL, later("Local holiday")),
        (HolidayKind.OBSERVANCE, later("Observance")),
    )
)

TONES: Mapping[Enum, Tone] = MappingProxyType[Enum, Tone](
    {
        SpeechState.ASKED: Tone.WARN,
        SpeechState.DRAFT: Tone.NEUTRAL,
        SpeechState.READY: Tone.OK,
        SpeechState.PRINTED: Tone.OK,
        VisitStage.LETTER: Tone.NEUTRAL,
        VisitStage.APPROVED: Tone.INFO,
        VisitStage.SCHEDULED: Tone.INFO,
        VisitStage.PREPARING: Tone.INFO,
        VisitStage.READY: Tone.OK,
        VisitStage.RUNNING: Tone.OK,
        VisitStage.REPORTED: Tone.OK,
        VisitStage.POSTPONED: Tone.WARN,
        VisitStage.CANCELLED: Tone.NEUTRAL,
        VisitStage.NO_SHOW: Tone.WARN,
        AgreementStage.DRAFT: Tone.NEUTRAL,
        AgreementStage.FINAL: Tone.INFO,
        AgreementStage.SIGNED: Tone.OK,
        AgreementStage.REGISTERED: Tone.OK,
        AgreementStage.ENDED: Tone.NEUTRAL,
        AgreementStatus.DRAFT: Tone.NEUTRAL,
        AgreementStatus.IN_PROCESS: Tone.INFO,
        AgreementStatus.IN_FORCE: Tone.OK,
        AgreementStatus.ENDING: Tone.WARN,
        AgreementStatus.ENDED: Tone.NEUTRAL,
        AgreementStatus.EXTENDED: Tone.NEUTRAL,
        AgreementStatus.TERMINATED: Tone.NEUTRAL,
        NumberFault.DUPLICATE: Tone.BAD,
        NumberFault.MISSING: Tone.WARN,
    }
)

DIRECTIONS: Mapping[str, str] = MappingProxyType(
    {"incoming": later("Incoming"), "outgoing": later("Outgoing")}
)
LANGUAGE_CLAUSES: Mapping[str, str] = MappingProxyType(
    {
        "id_prevails": later("The Indonesian text prevails"),
        "equal": later("All texts are equally authentic"),
        "en_prevails": later("The English text prevails"),
        "third_prevails": later("The partner's own language prevails"),
    }
)
WITNESS_ROLES: Mapping[str, str] = MappingProxyType(
    {"witness": later("Witness (Saksi)"), "acknowledged": later("Acknowledged by (Mengetahui)")}
)
SIDES: Mapping[str, str] = MappingProxyType({"left": later("Left"), "right": later("Right")})


def label(member: Enum) -> str:
    """Return the word for a member of an enum, in the screen's language."""
    return tr(LABELS[member])


def tone(member: Enum) -> Tone:
    """Return the colour in which a member is shown, neutral where it says nothing good or bad."""
    return TONES.get(member, Tone.NEUTRAL)


def choices(enum: type[Enum]) -> list[tuple[Enum, str]]:
    """Return every member of an enum with its word, for a field to choose from."""
    return [(member, label(member)) for member in enum]


def word_choices(words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the values of ROLES, ATTENDANCES and the like with their words."""
    return [(value, tr(word)) for value, word in words.items()]


def screen_side(pair: Bilingual) -> str:
    """Return the side of a pair that the screen speaks, or the other where it is blank."""
    # Translators: the code of your language, one of "id" or "en".
    wanted, other = (pair.id, pair.en) if tr("en") == "id" else (pair.en, pair.id)
    return wanted or other


def language_word(code: str) -> str:
    """Return what a language is called on screen: Korean, Bahasa Korea; nothing for no code."""
    if not code:
        return ""
    word = screen_side(language_name(code))
    return word[:1].upper() + word[1:]


def refusal_words(refusal: OfficeError) -> str:
    """Return what the office refused and why, in the screen's language."""
    return said_words(refusal.message, refusal.values)


def said_words(message: str, values: Mapping[str, object]) -> str:
    """Return a sentence of the rules with its values, in the screen's language."""
    return tr(message, **{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> object:
    if isinstance(value, OfficeError):
        return refusal_words(value)
    if isinstance(value, Enum) and value in LABELS:
        return label(value)
    return screen_side(value) if isinstance(value, Bilingual) else value
