"""Fifty thousand entries answer each of the forty questions within ten milliseconds of the processor."""

import random
from itertools import chain
from statistics import median
from time import thread_time

from routekaart.search.entry import Entry
from routekaart.search.index import Index, Part
from routekaart.search.shard import Shard
from routekaart.search.synonyms import Synonyms
from routekaart.search.text import tokens
from tests.search.test_questions import QUESTIONS

MANY, LONGEST = 50_000, 0.010
WORDS_OF_A_TITLE, WORDS_OF_A_TEXT = 5, 29


def many_entries(real):
    """The real entries, and others in words from the same texts, some of them in words that stand nowhere else."""
    chance = random.Random(1)
    vocabulary = [token.word for one in real for token in tokens(f"{one.title} {one.text}")]
    yield from real
    for number in range(MANY - len(real)):
        like = chance.choice(real)
        title = " ".join(chance.choices(vocabulary, k=WORDS_OF_A_TITLE))
        text = " ".join(chance.choices(vocabulary, k=WORDS_OF_A_TEXT))
        rare = f"{chance.choice(vocabulary)}{chance.choice(vocabulary)}" if number % 5 == 0 else ""
        yield Entry(kind=like.kind, id=f"{number}", title=title, text=f"{text} {rare}", local=like.local)


def seconds(index, asked):
    """How long the processor works on a question; the middle one of five times."""
    index.search(asked)
    taken = []
    for _ in range(5):
        begin = thread_time()
        index.search(asked)
        taken.append(thread_time() - begin)
    return median(taken)


def test_given_fifty_thousand_entries_when_asked_then_each_answer_takes_ten_milliseconds_at_most(index_of, glossary):
    real = list(chain.from_iterable(part.shard.entries for part in index_of("voorbeeldregio", "onderwijs").parts))
    synonyms = Synonyms(glossary.pairs)
    index = Index([Part(Shard(many_entries(real), synonyms.words))], synonyms)
    taken = {one["ask"]: seconds(index, one["ask"]) for one in QUESTIONS}
    print(
        f"{len(index)} entries: median {median(taken.values()) * 1000:.1f} ms, most {max(taken.values()) * 1000:.1f} ms"
    )
    assert len(index) == MANY
    assert {asked: time for asked, time in taken.items() if time > LONGEST} == {}
