"""`wsgi.py` is neutral: any WSGI server can load it."""

import importlib
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator


def test_given_the_wsgi_module_when_a_strict_server_calls_it_then_it_keeps_to_the_standard(tmp_path, monkeypatch):
    monkeypatch.setenv("INSTANCE", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    environ = {"PATH_INFO": "/healthz", "SCRIPT_NAME": "", "QUERY_STRING": ""}
    setup_testing_defaults(environ)
    started = []
    answer = validator(importlib.import_module("wsgi").application)(environ, lambda *head: started.append(head[0]))
    body = b"".join(answer)
    answer.close()
    assert (started, body) == (["200 OK"], b"ok\n")
