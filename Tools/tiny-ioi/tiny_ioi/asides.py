"""Documents in which no person gives anything to another: everything else the model reads."""

from . import names, words
from .meetings import SUBORDINATORS, meeting, remark
from .phrases import capitalised, indefinite


def alone(phrases):
    """A few sentences about one person, any of all names, who is named again and again."""
    a = phrases.one(names.EVERYONE)
    return " ".join(phrases.one(ALONE)(phrases, a) for _ in range(phrases.random.randint(1, 3)))


ALONE = [
    lambda p, a: f"{a} went to {p.place()}.",
    lambda p, a: f"{a} {p.one(words.TRANSITIVES)} {p.thing()}.",
    lambda p, a: f"{a} {p.one(words.GAVE)} {p.gift()} to {p.someone()}.",
    lambda p, a: f"In the {p.one(words.TIMES)}, {a} {p.one(words.INTRANSITIVES)} {p.one(words.ADVERBS)}.",
    lambda p, a: f"{a} was {p.one(words.ADJECTIVES)} because {a} {p.one(words.TRANSITIVES)} {p.thing()}.",
    lambda p, a: f"{capitalised(p.someone())} {p.one(words.TRANSITIVES)} {a} at {p.place()}.",
    lambda p, a: f"{a} and {p.someone()} {p.one(words.INTRANSITIVES)} near {p.place()}.",
    lambda p, a: f"When {a} went to {p.place()}, {a} {p.one(words.TRANSITIVES)} {p.thing()}.",
    lambda p, a: f"Nobody {p.one(words.TRANSITIVES)} {a} until the {p.one(words.TIMES)}.",
    lambda p, a: f"That is why {a} {p.one(words.INTRANSITIVES)}.",
    lambda p, a: f"{capitalised(p.someone())} told {a} a story about {p.someone()}.",
    lambda p, a: f"{a}, a friend of {p.someone()}, {p.one(words.INTRANSITIVES)} all {p.one(words.TIMES)}.",
]


def company(phrases):
    """Two people, any of all names, who meet and act, but give nothing."""
    a, b = phrases.two(names.EVERYONE)
    clause = meeting(phrases, a, b)
    if phrases.chance(0.4):
        clause = f"{phrases.one(SUBORDINATORS)} {clause}, {phrases.one([a, b])} {phrases.one(words.INTRANSITIVES)}"
    text = capitalised(clause) + "."
    for _ in range(phrases.random.randint(1, 2)):
        text += f" {phrases.one([a, b])} {phrases.one(words.TRANSITIVES)} {phrases.thing()}."
    return text


def scene(phrases):
    """A sentence or two about nobody in particular."""
    text = phrases.one(SCENES)(phrases)
    return f"{text} {remark(phrases)}" if phrases.chance(0.4) else text


SCENES = [
    lambda p: f"The {p.one(words.ADJECTIVES)} {p.one(words.JOBS)} {p.one(words.ADVERBS)} {p.one(words.TRANSITIVES)} "
              f"{p.thing()} {p.one(words.NEAR)} {p.place()}.",
    lambda p: f"{capitalised(p.someone())} {p.one(words.GAVE)} {p.one(words.NUMBERS)} {p.one(words.PLURALS)} to "
              f"{p.someone()}.",
    lambda p: f"There was {indefinite(p.one(words.ADJECTIVES))} {p.one(words.ANIMALS)} in {p.place()}, and the "
              f"{p.one(words.ANIMALS)} {p.one(words.INTRANSITIVES)}.",
    lambda p: f"Every {p.one(words.TIMES)} the {p.one(words.WEATHER)} came, so {p.someone()} "
              f"{p.one(words.INTRANSITIVES)} in {p.place()}.",
    lambda p: f"The first time was {p.one(words.ADJECTIVES)}, but the next time was {p.one(words.ADJECTIVES)}.",
    lambda p: f"{capitalised(p.someone())} stayed in {p.place()} until the {p.one(words.WEATHER)} left.",
    lambda p: f"Long ago {p.someone()} lived not far from {p.place()}.",
    lambda p: f"Because of the {p.one(words.WEATHER)}, nobody but {p.someone()} {p.one(words.INTRANSITIVES)}.",
    lambda p: f"{capitalised(p.thing())} was so {p.one(words.ADJECTIVES)} that everyone {p.one(words.TRANSITIVES)} it.",
    lambda p: f"With {p.thing()}, {p.someone()} {p.one(words.INTRANSITIVES)} later that {p.one(words.TIMES)}.",
]


def inventory(phrases):
    """A list in which every item that was listed before is followed by " again"."""
    items, with_article = phrases.one([
        (words.OBJECTS, True), (words.ANIMALS, True), (words.JOBS, True),
        (words.PLACES, False), (words.ADJECTIVES, False), (names.EVERYONE, False),
    ])
    seen, listed = [], []
    for _ in range(phrases.random.randint(5, 12)):
        item = phrases.one(seen if seen and phrases.chance(0.35) else items)
        text = indefinite(item) if with_article else item
        listed.append(text + " again" if item in seen else text)
        seen.append(item)
    return phrases.one(["The list was ", "They saw ", "We read about ", "First came "]) + ", ".join(listed) + "."


def echo(phrases):
    """A run of words said twice."""
    lists = [words.OBJECTS, words.ANIMALS, words.JOBS, words.ADJECTIVES, words.PLACES, words.FUNCTION_WORDS,
             names.EVERYONE, names.HELD_OUT]
    said = " ".join(phrases.one(phrases.one(lists)) for _ in range(phrases.random.randint(3, 10)))
    return f"{phrases.one(['He said', 'She wrote', 'They read', 'We called'])} {said} and then {said}."
