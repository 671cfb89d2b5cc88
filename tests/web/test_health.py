"""What a supervisor sees."""


def test_given_a_running_application_when_asked_for_its_health_then_it_says_ok_and_is_not_cached(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
