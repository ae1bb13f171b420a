"""Steps from one schema of the register to the next, for alembic."""
