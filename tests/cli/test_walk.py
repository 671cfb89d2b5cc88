"""`routekaart walk`: answers from a file, and asked on the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from routekaart.cli import main

PLACE = ("walk", "--region", "voorbeeldregio", "--sector", "onderwijs")
DANGER = {"values": {"acuut-gevaar": "ja"}, "today": "2026-05-12"}


@pytest.fixture
def run():
    def running(*arguments: str, typed: str = ""):
        return CliRunner().invoke(main, list(arguments), input=typed)

    return running


@pytest.fixture
def file(tmp_path: Path):
    def written(content) -> str:
        path = tmp_path / "antwoorden.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)

    return written


def test_given_answers_in_a_file_when_walked_then_position_advice_and_trace_come_as_json(run, file):
    answer = run(*PLACE, "--answers", file(DANGER))
    assert answer.exit_code == 0
    found = json.loads(answer.stdout)
    assert (found["schema_version"], found["acute"], found["today"]) == (1, True, "2026-05-12")
    assert found["position"]["question"]["id"] == "acuut-stand"
    first = found["actions"][0]
    assert (first["id"], first["role"]["partners"][0]["phones"]) == ("bel-112", ["112"])
    assert first["because"] == [{"question": "acuut-gevaar", "person": None, "value": "ja"}]
    assert first["provenance"]["file"].endswith("meldcode-2019/acuut.yaml")


def test_given_a_role_that_nobody_fills_when_walked_then_the_gap_says_what_to_do(run, file):
    answers = file({"values": {"acuut-gevaar": "nee", "client-volwassen": "nee", "wie": {"kind-0-11": 1}}})
    found = json.loads(run("walk", "--region", "drenthe", "--sector", "jgz", "--answers", answers).stdout)
    assert found["people"] == [{"id": "kind-0-11.1", "category": "kind-0-11", "name": found["people"][0]["name"]}]
    assert all(one["role"]["partners"] or one["role"]["gap"] for one in found["actions"] if one["role"])


def test_given_another_edition_when_walked_then_that_one_is_walked(run, file):
    answer = run(
        "walk", "--region", "drenthe", "--sector", "jgz", "--edition", "basismodel-2011", "--answers", file({})
    )
    assert json.loads(answer.stdout)["map"]["edition"] == "basismodel-2011"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "regel 1, teken 2: dit is geen JSON; verwacht: een object"),
        ("[]", "geen object; verwacht"),
        ({"antwoorden": {}}, 'onbekend veld "antwoorden"; verwacht: values, departures of today'),
        ({"values": []}, '"values" is geen object'),
        ({"today": "12-05-2026"}, '"today" is "12-05-2026"; verwacht: een datum'),
        (
            {"values": {"acuut-gevaar": "misschien"}},
            '"misschien" is hier geen antwoord; verwacht: ja, nee of weet-niet',
        ),
        ({"values": {"wie": {"kind": 1}}}, "verwacht: een aantal per soort"),
        ({"values": {"wie": {"kind-0-11": 13}}}, "van 1 tot 12"),
        ({"values": {"melding-datum": "morgen"}}, "verwacht: een datum"),
        ({"values": {"afweging-6@kind-0-11.1": "ja"}}, 'vraag "afweging-6" bestaat hier niet; verwacht: afweging-'),
        ({"values": {"afweging-1": "ja"}}, "een antwoord per persoon"),
        ({"values": {"afweging-1@kind.1": "ja"}}, '"kind.1" is hier geen persoon'),
        ({"values": {"acuut-gevaar@kind-0-11.1": "ja"}}, "verwacht: acuut-gevaar"),
        ({"values": {"acuut-gevaar": ["ja"]}}, '["ja"] is hier geen antwoord'),
        ({"departures": {"acuut-handelen": "x"}}, 'van "acuut-handelen" kun je niet afwijken; verwacht: '),
        ({"departures": {"melden-norm-1": " "}}, '" " is geen reden'),
    ],
)
def test_given_a_wrong_file_when_walked_then_it_says_what_is_wrong_and_exits_with_1(run, file, content, message):
    path = file(content)
    answer = run(*PLACE, "--answers", path)
    assert answer.exit_code == 1
    assert answer.output.startswith(f"{path}: ")
    assert message in answer.output


def test_given_several_wrong_answers_when_walked_then_all_are_told(run, file):
    wrong = {"values": {"acuut-gevaar": "o", "huisverbod": "o"}, "departures": {"niets": "x"}}
    assert len(run(*PLACE, "--answers", file(wrong)).output.splitlines()) == 3


def test_given_a_file_that_is_not_there_when_walked_then_it_is_named(run):
    answer = run(*PLACE, "--answers", "/weg.json")
    assert (answer.exit_code, "/weg.json: kan niet gelezen worden" in answer.output) == (1, True)


@pytest.mark.parametrize(
    ("option", "name", "near"),
    [
        ("--region", "voorbeeldregi", "voorbeeldregio"),
        ("--sector", "onderwijz", "onderwijs"),
        ("--edition", "meldcode", "meldcode-2019"),
        ("--organisation", "basisschool", "basisschool-de-voorbeeldboom"),
    ],
)
def test_given_an_unknown_name_when_walked_then_the_nearest_are_told(run, option, name, near):
    answer = run(*PLACE, option, name)
    assert answer.exit_code == 1
    assert f"“{name}” bestaat niet; verwacht: {near}" in answer.output


def test_given_a_terminal_when_danger_is_typed_midway_then_112_comes_and_the_walk_goes_on_where_it_was(run):
    answer = run(*PLACE, typed="2\ngevaar\n1\nstop\n")
    assert answer.exit_code == 0
    assert "→ Bel nu 112 · Alarmnummer 112" in answer.output
    danger, after = answer.output.split("Hoe is het nu?")
    question = "Werk je met een volwassene"
    assert (question in danger, question in after) == (True, True)


def test_given_a_terminal_when_back_is_typed_then_the_question_before_comes_again(run):
    assert run(*PLACE, typed="2\nterug\nterug\nstop\n").output.count("Is er nu direct gevaar?") == 3


def test_given_a_terminal_when_asked_why_then_the_reason_stands_there_and_a_wrong_number_is_asked_again(run):
    output = run(*PLACE, typed="?\n9\nstop\n").output
    assert "Denk aan geweld nu of in de komende uren" in output
    assert "“9” is hier geen antwoord." in output


def test_given_a_terminal_when_the_advice_is_not_followed_then_a_reason_is_asked_and_stands_in_the_result(run):
    people, for_one = "1\n\n\n\n\n\n", "2\n2\n1\n1\n"
    typed = f"2\n2\n{people}{for_one}1\n2\n2\n2\nhet gezin is al gemeld\nstop\n"
    output = run("walk", "--region", "drenthe", "--sector", "geen-sector", typed=typed).output
    assert "Dit is anders dan het advies:" in output
    assert "Je doet het anders, want: het gezin is al gemeld" in output


def test_given_a_walk_to_its_end_when_dates_are_typed_then_the_terms_are_told(run):
    people, form, talk = "1\n\n\n\n\n\n", "20\n1\n", "2\n2\n1\n1\n"
    typed = f"2\n2\n{people}{form}{talk}2\n1\n12-6-2026\n"
    output = run("walk", "--region", "drenthe", "--sector", "geen-sector", typed=typed).output
    assert "\nAdvies\n" in output
    assert "12 juni 2026" in output


def test_given_a_walk_then_nothing_of_the_answers_is_written(run, file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = file(DANGER)
    run(*PLACE, "--answers", path)
    run(*PLACE, typed="2\nstop\n")
    assert [one.name for one in tmp_path.iterdir()] == [Path(path).name]
