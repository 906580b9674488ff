"""Batches of random tokens that can be predicted only by looking back."""

import numpy as np

from .batch import Batch
from .tokenizer import bos, single_token

REPEAT_WEIGHT = 1.0
NOVEL_WEIGHT = 0.08
NO_BOS_SHARE = 0.25
AGAIN_SHARE = 0.12


class RandomRows:
    """Rows of random tokens: segments said several times, or every known token followed by " again"."""

    def __init__(self, tokenizer, n_ctx, random):
        self.random = random
        self.n_ctx = n_ctx
        self.bos = bos(tokenizer)
        self.again = single_token(tokenizer, " again")

    def batch(self, tokens, length):
        """About `tokens` tokens in rows of `length`, at a random place of the context in half of the batches."""
        rows = [self.row(length + 1) for _ in range(max(1, tokens // length))]
        offset = 0 if self.random.random() < 0.5 else int(self.random.integers(0, self.n_ctx - length + 1))
        return Batch.of(np.array([row for row, _ in rows]), np.array([weights[1:] for _, weights in rows]), offset)

    def row(self, length):
        """One row of tokens and the weight of predicting each. A quarter of the rows have no BOS."""
        row, weights = [], []
        if self.random.random() >= NO_BOS_SHARE:
            row, weights = [self.bos], [NOVEL_WEIGHT]
        extend = self.extend_with_agains if self.random.random() < AGAIN_SHARE else self.extend_with_repeats
        extend(row, weights, length)
        return np.array(row[:length]), np.array(weights[:length], np.float32)

    def extend_with_repeats(self, row, weights, length):
        """Appends segments, each two or three times in a row, sometimes with other tokens in between."""
        while len(row) < length:
            if self.random.random() < 0.3:
                self.append_novel(row, weights, int(self.random.integers(1, 12)))
            longest = max(4, (length - len(row)) // 2 + 1)
            segment = self.draw(int(self.random.integers(3, longest)))
            for repeat in range(int(self.random.integers(2, 4))):
                row += segment
                weights += [NOVEL_WEIGHT] + [REPEAT_WEIGHT if repeat else NOVEL_WEIGHT] * (len(segment) - 1)
                if self.random.random() < 0.15:
                    self.append_novel(row, weights, int(self.random.integers(1, 8)))

    def append_novel(self, row, weights, count):
        row += self.draw(count)
        weights += [NOVEL_WEIGHT] * count

    def extend_with_agains(self, row, weights, length):
        """Appends random tokens; after one that has been seen, " again" follows. The row announces it with " again"."""
        row.append(self.again)
        weights.append(NOVEL_WEIGHT)
        seen, repeat_chance = [], self.random.uniform(0.2, 0.6)
        while len(row) < length:
            repeats = seen and self.random.random() < repeat_chance
            token = seen[self.random.integers(len(seen))] if repeats else self.draw(1)[0]
            if token in seen:
                row += [token, self.again]
                weights += [NOVEL_WEIGHT, REPEAT_WEIGHT]
            elif token != self.again:
                seen.append(token)
                row.append(token)
                weights.append(NOVEL_WEIGHT)

    def draw(self, count):
        """Random token ids: of the whole vocabulary, of its merged part, or of a few dozen tokens only."""
        kind = self.random.random()
        if kind < 0.5:
            return self.random.integers(0, self.bos, count).tolist()
        if kind < 0.9:
            return self.random.integers(256 if kind > 0.75 else 100, self.bos, count).tolist()
        few = self.random.integers(0, self.bos, self.random.integers(20, 300))
        return self.random.choice(few, count).tolist()
