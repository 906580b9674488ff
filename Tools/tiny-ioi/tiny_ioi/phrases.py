"""Noun phrases and the seeded choices behind them."""

import random

from . import words


class Phrases:
    """A seeded source of phrases: the same seed gives the same phrases in the same order."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, items):
        """One item of a list, each as likely as the others."""
        return self.random.choice(items)

    def chance(self, probability):
        """True with the given probability."""
        return self.random.random() < probability

    def two(self, items):
        """Two different items of a list, in random order."""
        return self.random.sample(items, 2)

    def thing(self):
        """An object with an article and sometimes an adjective: "an old map"."""
        return self.described(self.one(words.OBJECTS if self.chance(0.75) else words.ANIMALS), 0.35)

    def gift(self):
        """What changes hands: "the bag", "a red kite"."""
        return self.described(self.one(words.OBJECTS), 0.2)

    def place(self):
        """A place, sometimes with an adjective or beside another: "the small barn near the lake"."""
        place = "the " + self.maybe_adjective(0.25) + self.one(words.PLACES)
        return f"{place} {self.one(words.NEAR)} the {self.one(words.PLACES)}" if self.chance(0.15) else place

    def someone(self):
        """A person without a name: "the baker"."""
        return "the " + self.one(words.JOBS)

    def described(self, noun, adjective_chance):
        """A noun with "the" or "a", and an adjective with the given chance."""
        noun = self.maybe_adjective(adjective_chance) + noun
        return indefinite(noun) if self.chance(0.45) else "the " + noun

    def maybe_adjective(self, probability):
        """An adjective and a space, or nothing."""
        return self.one(words.ADJECTIVES) + " " if self.chance(probability) else ""


def indefinite(noun):
    """The noun with "a" or "an"."""
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def capitalised(text):
    """The text with its first letter in upper case."""
    return text[0].upper() + text[1:]
