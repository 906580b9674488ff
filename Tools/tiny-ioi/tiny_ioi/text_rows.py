"""Batches of generated text."""

import numpy as np

from . import names, words
from .batch import Batch
from .tokenizer import bos, single_token

ROW_LENGTH = 64
RECIPIENT_WEIGHT = 5.0
END_WEIGHT = 0.3


class TextRows:
    """Rows of running text, each starting at a random document with an end-of-text token before it."""

    def __init__(self, tokenizer, documents, n_ctx, random):
        self.random = random
        self.n_ctx = n_ctx
        self.end = bos(tokenizer)
        self.to = single_token(tokenizer, " to")
        self.tokens, self.starts = join(tokenizer, documents, self.end)
        self.is_name = flags(tokenizer, names.EVERYONE)
        self.can_receive = flags(tokenizer, names.EVERYONE + words.COMMON)

    def batch(self, tokens):
        """About `tokens` tokens in rows of ROW_LENGTH, mostly at the first positions of the context."""
        starts = self.starts[self.random.integers(0, len(self.starts) - ROW_LENGTH, tokens // ROW_LENGTH)]
        rows = self.tokens[starts[:, None] + np.arange(ROW_LENGTH + 1)]
        offset = 0 if self.random.random() < 0.8 else int(self.random.integers(0, self.n_ctx - ROW_LENGTH + 1))
        return Batch.of(rows, self.weights(rows), offset)

    def weights(self, rows):
        """One per prediction; more where a recipient follows " to", less where a document ends."""
        weights = np.ones(rows[:, 1:].shape, np.float32)
        weights[(rows[:, :-1] == self.to) & self.can_receive[rows[:, 1:]]] = RECIPIENT_WEIGHT
        weights[rows[:, 1:] == self.end] = END_WEIGHT
        return weights


def join(tokenizer, documents, end):
    """All documents as one array of ids, an end-of-text id before each, and where each starts."""
    tokens, starts = [], []
    for encoding in tokenizer.encode_batch(documents):
        starts.append(len(tokens))
        tokens += [end] + encoding.ids
    return np.array(tokens), np.array(starts)


def flags(tokenizer, listed):
    """For every token id, whether it is one of the listed words with a space before it."""
    flagged = np.zeros(tokenizer.get_vocab_size(), bool)
    flagged[[single_token(tokenizer, " " + word) for word in listed]] = True
    return flagged
