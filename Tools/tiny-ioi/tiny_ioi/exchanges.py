"""Documents in which one person gives something to another: the task the model is made for."""

from . import names, words
from .meetings import opening, remark
from .phrases import capitalised

NOTEBOOK_OPENINGS = [
    "When {a} and {b} went to the {place},",
    "After {a} and {b} went to the {place},",
    "When {a} and {b} got {thing} at the {place},",
    "While {a} and {b} were working at the {place},",
    "Then {a} and {b} went to the {place}.",
    "{a} and {b} had a long day at the {place}, and",
    "Friends {a} and {b} found {thing} at the {place}.",
]
SEQUELS = [" Then", " Later", " Soon", " After that", " In the end", " Finally"]


def exchange(phrases):
    """A document in which two people meet and one gives something to the other, sometimes more than once."""
    a, b = people(phrases)
    giver, receiver = roles(phrases, a, b)
    text = beginning(phrases, a, b) + giving(phrases, giver, receiver) + ending(phrases)
    while phrases.chance(0.25):
        text += sequel(phrases, a, b)
    return text


def people(phrases):
    """Two who may exchange something: names, nameless people, or now and then any two words."""
    kind = phrases.random.random()
    if kind < 0.10:
        return phrases.two(words.COMMON)
    if kind < 0.14:
        return ["the " + job for job in phrases.two(words.JOBS)]
    return phrases.two(names.GIVERS)


def roles(phrases, a, b):
    """Who gives and who receives. In a few documents a third person gives, and either may receive."""
    giver, receiver = (a, b) if phrases.chance(0.5) else (b, a)
    if phrases.chance(0.06):
        giver = phrases.one([name for name in names.GIVERS if name not in (a, b)])
    return giver, receiver


def beginning(phrases, a, b):
    """An opening like the notebook's, or one composed from many parts."""
    if phrases.chance(0.2):
        form = phrases.one(NOTEBOOK_OPENINGS)
        return form.format(a=capitalised(a) if form.startswith("{a}") else a, b=b, thing=phrases.thing(),
                           place=phrases.one(words.PLACES))
    return opening(phrases, a, b)


def giving(phrases, giver, receiver):
    """A clause of giving with a space before it: " Ann handed the map to Bo"."""
    gave, give, gift = phrases.one(words.GAVE), phrases.one(words.GIVE), phrases.gift()
    form = phrases.one(GIVINGS) if phrases.chance(0.45) else "{gave} {gift} to"
    text = form.format(gave=gave, give=give, gift=gift, manner=phrases.one(words.MANNERS),
                       found=phrases.one(words.TRANSITIVES), did=phrases.one(words.INTRANSITIVES),
                       place=phrases.place())
    return f" {giver} {text} {receiver}"


GIVINGS = [
    "decided to {give} {gift} to",
    "wanted to {give} {gift} to",
    "tried to {give} {gift} to",
    "had to {give} {gift} to",
    "was going to {give} {gift} to",
    "{manner} {gave} {gift} to",
    "{gave} back {gift} to",
    "{found} {gift} and {gave} it to",
    "{did} and {gave} {gift} to",
    "went to {place} and {gave} {gift} to",
    "said hello to",
    "spoke to",
    "wrote to",
]


def ending(phrases):
    """How a giving clause ends."""
    return phrases.one([
        ".", ".", ".", f" and {phrases.one(words.INTRANSITIVES)}.", f" in the {phrases.one(words.TIMES)}.",
        f" near the {phrases.one(words.PLACES)}.", f". {remark(phrases)}",
    ])


def sequel(phrases, a, b):
    """One more thing that happens between the same two people."""
    giver, receiver = (a, b) if phrases.chance(0.5) else (b, a)
    kind = phrases.random.random()
    if kind < 0.45:
        return phrases.one(SEQUELS) + giving(phrases, giver, receiver) + "."
    if kind < 0.75:
        return f" {capitalised(giver)} thanked {receiver}."
    did, found, thing = phrases.one(words.INTRANSITIVES), phrases.one(words.TRANSITIVES), phrases.thing()
    return f" {capitalised(giver)} {did} and {giver} {found} {thing}."
