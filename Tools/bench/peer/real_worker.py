"""The peer's side of `real_model.py`: answers each line of standard input, which names a row, with a line of JSON.

    python real_worker.py MODEL.gguf INPUTS.json
"""

import json
import sys
from pathlib import Path

import peer_model  # noqa: F401  (offline, no gradients)
import torch
from answer import serve
from llama_peer import converted
from sweeps import logit_differences, sweep
from transformer_lens.head_detector import detect_head
from transformers import AutoModelForCausalLM, AutoTokenizer

FILE, INPUTS = Path(sys.argv[1]), sys.argv[2]
DETECTORS = ["induction_head", "previous_token_head", "duplicate_token_head"]


def read():
    """Hugging Face's model of the numbers that the file holds, in float32."""
    return AutoModelForCausalLM.from_pretrained(FILE.parent, gguf_file=FILE.name, torch_dtype=torch.float32).eval()


def load(plain):
    """TransformerLens's model of the same numbers, with the file's tokenizer."""
    return converted(plain, AutoTokenizer.from_pretrained(FILE.parent, gguf_file=FILE.name))


class Rows:
    """The measured pieces of work, each with the numbers that the other program must agree with."""

    def __init__(self, inputs):
        self.plain = read()
        self.model = load(self.plain)
        self.clean, self.corrupted, self.answers = (torch.tensor(inputs[name]) for name in ("clean", "corrupted", "answers"))
        self.repeated, self.prompt = [tuple(row) for row in inputs["repeated"]], torch.tensor(inputs["prompt"])
        _, self.cache = self.model.run_with_cache(self.clean)

    def load(self, _):
        return [load(read()).W_E[0, 0].item()]

    def cache_all(self, _):
        logits, cache = self.model.run_with_cache(self.clean)
        return logits.log_softmax(-1)[0, 3, :16].tolist() + cache["resid_post", 29][0, -1, :16].tolist()

    def cache_last(self, _):
        logits, _ = self.model.run_with_cache(self.clean)
        return logit_differences(logits, self.answers).tolist()

    def detectors(self, _):
        usual, self.model.to_tokens = self.model.to_tokens, lambda ids: torch.atleast_2d(torch.tensor(ids))
        try:
            scores = [detect_head(self.model, self.repeated, name) for name in DETECTORS]
        finally:
            self.model.to_tokens = usual
        return torch.stack(scores).flatten().tolist()

    def sweep(self, layers):
        return sweep(self.model, self.corrupted, self.answers, self.cache, layers).flatten().tolist()

    def generate(self, _):
        """Hugging Face's own, which is faster than TransformerLens's."""
        self.plain.generation_config.eos_token_id = None
        ids = self.plain.generate(self.prompt, attention_mask=torch.ones_like(self.prompt), max_new_tokens=64, do_sample=False, pad_token_id=0)
        return ids[0, self.prompt.shape[1]:].tolist()

    def generate_tl(self, _):
        ids = self.model.generate(self.prompt, max_new_tokens=64, stop_at_eos=False, do_sample=False, verbose=False)
        return ids[0, self.prompt.shape[1]:].tolist()


def main():
    with open(INPUTS, encoding="utf-8") as file:
        serve(Rows(json.load(file)))


if __name__ == "__main__":
    main()
