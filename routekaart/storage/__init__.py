"""The database: engine, transactions, migrations. No tables: each room owns its own."""


def migrate(url: str) -> None:
    """Brings the database at this address to the newest tables."""
    from routekaart.storage.database import engine_for
    from routekaart.storage.migrating import upgrade  # Alembic takes most of a second to import: only who migrates pays

    engine = engine_for(url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()
