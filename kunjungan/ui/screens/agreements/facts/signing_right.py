"""By what right somebody signs for a party: in what capacity, and what speaks against it."""

from dataclasses import dataclass

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind
from kunjungan.domain.institutions import InstitutionKind, partner_kind
from kunjungan.domain.signing_power import SigningPower, SigningWarning, signing_warnings
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.officials import OfficialLine
from kunjungan.ui.labels import label

_REGIONAL = frozenset({InstitutionKind.REGION, InstitutionKind.AGENCY})


@dataclass(frozen=True, slots=True)
class SigningRight:
    """A signatory for an institution of some kind, under an agreement."""

    view: AgreementView
    body: InstitutionKind
    who: OfficialLine

    def warnings(self, *, proven: bool) -> tuple[SigningWarning, ...]:
        """Return what speaks against it; ``proven`` by number and date of a power of attorney."""
        rule, kind = self.view.rule, self.view.kind
        head = self.who.is_head and self.body is not InstitutionKind.AGENCY
        power = SigningPower(
            self.who.capacity, by_head=head, proven=proven, regional=self.body in _REGIONAL
        )
        abroad = partner_kind(self.body) in FOREIGN_PARTNERS
        treaty = rule.foreign and kind is not AgreementKind.LOI and not abroad
        return signing_warnings(rule.signer, power, treaty=treaty)

    def words(self) -> str:
        """Return the post as it is printed in both languages, and the capacity."""
        post = self.who.post
        return tr(
            "{capacity}. Printed as “{post}”, “{post_en}”.",
            capacity=label(self.who.capacity),
            post=post.id,
            post_en=post.en or "…",
        )
