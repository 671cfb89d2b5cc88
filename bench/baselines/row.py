"""Takes a form and commits one row of the size that a walk has, in the site's own database, and nothing else."""

import os
from datetime import date

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import bindparam, update

from bench.baselines.table import SIZE, row_id, rows
from routekaart.storage.database import engine_for

CHANGE = update(rows).where(rows.c.id == bindparam("row")).values(content=bindparam("fresh"), day=bindparam("today"))
application = Flask(__name__, static_folder=None)
engine = engine_for(os.environ["DATABASE_URL"]).execution_options(writes=True)


@application.post("/<int:number>")
def change(number: int) -> ResponseReturnValue:
    """Another content for a row."""
    fresh = "".join(request.form.values()).encode()[:SIZE]
    with engine.begin() as connection:
        change = {"row": row_id(number), "fresh": fresh + os.urandom(SIZE - len(fresh)), "today": date.max}
        connection.execute(CHANGE, change)
    return redirect("/")
