"""The places of the window, in the order of its sidebar."""

from kunjungan.ui.screens.agreements import PLACE as AGREEMENTS
from kunjungan.ui.screens.backups import PLACE as BACKUPS
from kunjungan.ui.screens.calendar import PLACE as CALENDAR
from kunjungan.ui.screens.history import PLACE as HISTORY
from kunjungan.ui.screens.home import PLACE as HOME
from kunjungan.ui.screens.institutions import PLACE as INSTITUTIONS
from kunjungan.ui.screens.settings import PLACE as SETTINGS
from kunjungan.ui.screens.visits import PLACE as VISITS

PLACES = (HOME, CALENDAR, VISITS, AGREEMENTS, INSTITUTIONS, HISTORY, BACKUPS, SETTINGS)
