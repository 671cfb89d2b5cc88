"""That the browser of the tests reaches the site of the tests."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False])
def test_given_the_running_site_when_a_browser_opens_it_then_it_answers(open_page, javascript):
    assert open_page("/healthz", width=360, javascript=javascript).inner_text("body").strip() == "ok"
