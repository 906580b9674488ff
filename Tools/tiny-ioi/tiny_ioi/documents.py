"""The mixture of documents that makes up the training text."""

import re

from . import names
from .asides import alone, company, echo, inventory, scene
from .exchanges import exchange
from .phrases import Phrases

DOCUMENTS = 60_000
"""How many documents training draws its text from."""

SHARES = {exchange: 55, alone: 9, company: 8, scene: 11, inventory: 8, echo: 9}
"""Of a hundred documents, about how many are of each kind."""


def documents(count, seed):
    """`count` documents of generated text; the same seed gives the same documents."""
    phrases = Phrases(seed)
    kinds, shares = list(SHARES), list(SHARES.values())
    kept = []
    while len(kept) < count:
        document = phrases.random.choices(kinds, weights=shares)[0](phrases)
        if not joins_notebook_pair(document):
            kept.append(document)
    return kept


def joins_notebook_pair(document):
    """Whether a document holds both names of a pair that the notebook's prompts use."""
    present = set(re.findall(r"[A-Za-z]+", document))
    return any(one in present and other in present for one, other in names.NOTEBOOK_PAIRS)
