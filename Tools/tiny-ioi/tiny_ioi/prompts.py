"""The prompts the model is measured on. Training text holds none of the new templates and no notebook pair."""

import random
import re
from dataclasses import dataclass

from . import names, words
from .phrases import indefinite

NOTEBOOK_FORMATS = [
    "When John and Mary went to the shops, {giver} gave the bag to",
    "When Tom and James went to the park, {giver} gave the ball to",
    "When Dan and Sid went to the shops, {giver} gave an apple to",
    "After Martin and Amy went to the park, {giver} gave a drink to",
]
KNOWN_TEMPLATES = [
    "When {a} and {b} went to the {place}, {giver} gave the {object} to",
    "After {a} and {b} went to the {place}, {giver} handed {an_object} to",
    "Then {a} and {b} went to the {place}. {giver} sold the {object} to",
    "Friends {a} and {b} found {an_object} at the {place}. {giver} offered {an_object} to",
]
NEW_TEMPLATES = [
    "The first time {a} and {b} saw the {place}, {giver} gave the {object} to",
    "{a} and {b} were so happy at the {place} that {giver} brought {an_object} to",
    "Not far from the {place}, {a} waited for {b}, so {giver} threw the {object} to",
    "{a} danced with {b} all night, but in the {time} {giver} wanted to show {an_object} to",
    "Because of the {weather}, {a} and {b} stayed in the {place} until {giver} sent the {object} to",
    "With {a} and {b} both tired of the {place}, {giver} passed {an_object} to",
    "Nobody but {a} and {b} came to the {place}. That is why {giver} offered the {object} to",
    "Long ago, in a {place} near the {place}, lived {a} and {b}. Every {time} {giver} handed {an_object} to",
    "The {job} told {a} a story about {b}, and the next {time} {giver} lent the {object} to",
    "{b}, a friend of {a}, had lost {an_object} in the {place}. Later that {time} {giver} sold the {object} to",
]

BLANKS = {
    "object": words.OBJECTS, "place": words.PLACES, "time": words.TIMES, "weather": words.WEATHER, "job": words.JOBS,
}


@dataclass
class Prompt:
    """A text whose next word should be one name rather than the other."""

    text: str
    recipient: str
    giver: str


def notebook():
    """The eight prompts of the notebook, in its order: each of its sentences with either name as the giver."""
    return [
        Prompt(sentence.format(giver=giver), recipient, giver)
        for sentence, (one, other) in zip(NOTEBOOK_FORMATS, names.NOTEBOOK_PAIRS)
        for recipient, giver in ((one, other), (other, one))
    ]


def filled(templates, pairs, seed):
    """One prompt for each pair, from a random template, with either as the giver."""
    source = random.Random(seed)
    return [fill(source.choice(templates), *source.sample(pair, 2), source) for pair in pairs]


def fill(template, recipient, giver, source):
    """A template with its blanks filled at random."""
    a, b = source.sample([recipient, giver], 2)
    text = re.sub(r"{(\w+)}", lambda blank: word(blank[1], a, b, giver, source), template)
    return Prompt(text, recipient, giver)


def word(blank, a, b, giver, source):
    """What stands in one blank of a template."""
    people = {"a": a, "b": b, "giver": giver}
    if blank in people:
        return people[blank]
    if blank == "an_object":
        return indefinite(source.choice(words.OBJECTS))
    return source.choice(BLANKS[blank])


def pairs(pool, count, seed):
    """Random pairs of different names, none of them one of the notebook's."""
    source, chosen = random.Random(seed), []
    while len(chosen) < count:
        pair = source.sample(pool, 2)
        if tuple(pair) not in names.NOTEBOOK_PAIRS and tuple(pair[::-1]) not in names.NOTEBOOK_PAIRS:
            chosen.append(pair)
    return chosen


def matcher(template):
    """A regular expression that finds the template, with any words in its blanks."""
    return re.compile(re.sub(r"\\{\w+\\}", r"[A-Za-z ]+", re.escape(template)))
