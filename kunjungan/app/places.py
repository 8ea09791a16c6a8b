"""The places of the window, in the order of its sidebar."""

from kunjungan.ui.screens.agreements.screen import PLACE as AGREEMENTS
from kunjungan.ui.screens.backups.screen import PLACE as BACKUPS
from kunjungan.ui.screens.history.screen import PLACE as HISTORY
from kunjungan.ui.screens.institutions.screen import PLACE as INSTITUTIONS
from kunjungan.ui.screens.settings.screen import PLACE as SETTINGS
from kunjungan.ui.screens.visits.screen import PLACE as VISITS

PLACES = (VISITS, AGREEMENTS, INSTITUTIONS, HISTORY, BACKUPS, SETTINGS)
