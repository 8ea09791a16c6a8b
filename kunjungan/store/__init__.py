"""The office's memory: tables, journal, migrations, archive, backups."""
