"""Clauses and openings that mention two people, before anything changes hands."""

from . import words
from .phrases import capitalised, indefinite

TOGETHER = [
    "went to", "visited", "walked to", "came back from", "were working at", "played in", "sat near", "met at",
    "drove to", "lived near", "stayed at", "were at", "came to", "left", "were on the way to", "got lost in", "ran to",
]
TOWARDS = [
    "met {b} at", "saw {b} near", "was with {b} in", "followed {b} to", "talked with {b} at", "came with {b} to",
    "found {b} in", "called {b} from", "invited {b} to", "sat beside {b} in", "walked with {b} to", "asked {b} about",
    "told {b} about", "left {b} at", "looked for {b} in",
]
SUBORDINATORS = ["When", "After", "While", "As", "Before", "Once", "Since", "If"]
SEQUELS = ["Then", "Soon", "Later", "After that", "Now", "There", "In the end", "One day", "Once"]
LINKS = [", and", ", then", ", and then", ", but", " and", "; then", ", and soon"]


def meeting(phrases, a, b):
    """A clause that mentions each of two people once, such as "Ann and Bo visited the lake"."""
    one = phrases.one
    kind = phrases.random.random()
    if kind < 0.34:
        return f"{a} and {b} {one(TOGETHER)} {phrases.place()}"
    if kind < 0.58:
        return f"{a} {one(TOWARDS).format(b=b)} {phrases.place()}"
    return one(RARER_MEETINGS)(phrases, a, b)


RARER_MEETINGS = [
    lambda p, a, b: f"{a} and {b} {p.one(words.TRANSITIVES)} {p.thing()}",
    lambda p, a, b: f"{a} {p.one(words.INTRANSITIVES)} and {b} {p.one(words.INTRANSITIVES)}",
    lambda p, a, b: f"{a} {p.one(words.TRANSITIVES)} {p.thing()} and {b} {p.one(words.TRANSITIVES)} {p.thing()}",
    lambda p, a, b: f"{p.someone()} {p.one(words.TRANSITIVES)} {a} and {b}",
    lambda p, a, b: f"{a} and {b} had {indefinite(p.one(words.ADJECTIVES))} {p.one(words.TIMES)}",
    lambda p, a, b: f"{a} was {indefinite(p.one(words.JOBS))} and {b} was {indefinite(p.one(words.JOBS))}",
    lambda p, a, b: f"{a} and {b} were {p.one(['both ', 'very ', 'not ', ''])}{p.one(words.ADJECTIVES)}",
    lambda p, a, b: f"there were two people at {p.place()}, {a} and {b}",
    lambda p, a, b: f"{a} had {p.thing()} and {b} had {p.thing()}",
    lambda p, a, b: f"{a} was at {p.place()} and {b} was at {p.place()}",
    lambda p, a, b: f"{p.thing()} was for {a} or for {b}",
    lambda p, a, b: f"{a} liked {b}",
    lambda p, a, b: f"{a} worked with {b} every {p.one(words.TIMES)}",
    lambda p, a, b: f"{p.place()} was full of people like {a} and {b}",
    lambda p, a, b: f"{a} and {b} {p.one(words.INTRANSITIVES)} {p.one(words.ADVERBS)}",
    lambda p, a, b: f"{a}, {p.someone()}, {p.one(words.TRANSITIVES)} {b}",
]


def remark(phrases):
    """A short sentence that mentions nobody by name."""
    one = phrases.one
    return one([
        lambda: f"It was {indefinite(one(words.ADJECTIVES))} {one(words.TIMES)}.",
        lambda: f"The {one(words.WEATHER)} was {one(words.ADJECTIVES)}.",
        lambda: f"{capitalised(phrases.place())} was {one(words.ADJECTIVES)}.",
        lambda: f"{capitalised(phrases.someone())} {one(words.INTRANSITIVES)}.",
        lambda: f"There was {phrases.thing()}.",
        lambda: f"They {one(words.TRANSITIVES)} {phrases.thing()}.",
        lambda: f"Everyone was {one(words.ADJECTIVES)}.",
    ])()


def opening(phrases, a, b):
    """Text up to the point where one of the two can start to act: "When Ann and Bo met at the mill,"."""
    clause = meeting(phrases, a, b)
    if phrases.chance(0.12):
        clause = f"{phrases.one(['in the', 'every', 'that'])} {phrases.one(words.TIMES)} {clause}"
    kind = phrases.random.random()
    if kind < 0.40:
        return f"{phrases.one(SUBORDINATORS)} {clause},"
    if kind < 0.58:
        return capitalised(clause) + phrases.one(LINKS)
    if kind < 0.74:
        return f"{capitalised(clause)}. {phrases.one(SEQUELS)}"
    if kind < 0.84:
        return f"{capitalised(clause)}." + (f" {remark(phrases)}" if phrases.chance(0.5) else "")
    if kind < 0.93:
        return dated(phrases, clause)
    return f"{remark(phrases)} {capitalised(clause)}{phrases.one(LINKS)}"


def dated(phrases, clause):
    """The clause after a phrase that says when: "One evening, ..."."""
    time = phrases.one(words.TIMES)
    after = f"After the {phrases.one(words.WEATHER)}"
    when = phrases.one([f"One {time}", f"In the {time}", f"Then one {time}", "Yesterday", "Today", after])
    return f"{when}, {clause}{phrases.one(LINKS + ['.'])}"
