"""The peer's side of `make bench-peer`: answers each line of standard input, which names a row, with a line of JSON.

    python peer_worker.py CHECKPOINT INPUTS.json
"""

import json
import sys

import peer_model
import torch
from answer import serve
from sweeps import logit_differences, sweep, sweep_by_position
from transformer_lens.head_detector import detect_head

FOLDER, INPUTS = sys.argv[1:3]
DETECTORS = ["induction_head", "previous_token_head", "duplicate_token_head"]


class Rows:
    """The measured pieces of work, each with the numbers that the other program must agree with."""

    def __init__(self, inputs):
        self.model = peer_model.load(FOLDER)
        self.clean, self.corrupted, self.answers = (torch.tensor(inputs[name]) for name in ("clean", "corrupted", "answers"))
        self.repeated = [tuple(row) for row in inputs["repeated"]]
        _, self.cache = self.model.run_with_cache(self.clean)

    def load(self, _):
        return [peer_model.load(FOLDER).W_E[0, 0].item()]

    def cache_all(self, _):
        logits, cache = self.model.run_with_cache(self.clean)
        return torch.cat([logits[:, 3, :64].flatten(), cache["resid_post", 11][0, -1]]).tolist()

    def cache_last(self, _):
        logits, _ = self.model.run_with_cache(self.clean)
        return logit_differences(logits, self.answers).tolist()

    def detectors(self, _):
        """On token ids: the detector asks its model for a text's tokens, and is given the ids back."""
        usual, self.model.to_tokens = self.model.to_tokens, lambda ids: torch.atleast_2d(torch.tensor(ids))
        try:
            scores = [detect_head(self.model, self.repeated, name) for name in DETECTORS]
        finally:
            self.model.to_tokens = usual
        return torch.stack(scores).flatten().tolist()

    def sweep(self, layers):
        return sweep(self.model, self.corrupted, self.answers, self.cache, layers).flatten().tolist()

    def by_position(self, cells):
        return sweep_by_position(self.model, self.corrupted, self.answers, self.cache, cells)


def main():
    with open(INPUTS, encoding="utf-8") as file:
        serve(Rows(json.load(file)))


if __name__ == "__main__":
    main()
