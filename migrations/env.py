"""Runs the migrations on the connection that `routekaart.storage.migrating` hands over."""

from alembic import context

import routekaart.accounts.tables
import routekaart.regions.tables
import routekaart.upkeep.tables
import routekaart.walks.reminders
import routekaart.walks.store  # noqa: F401  these rooms put their tables in Base.metadata
from routekaart.storage.database import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
