"""The way in: `kunjungan`, or `python -m kunjungan`."""

import sys

from kunjungan.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
