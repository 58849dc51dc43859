"""One Alembic chain for both databases."""
