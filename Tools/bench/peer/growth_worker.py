"""The peer's side of `growth.py`: each line of standard input is a list of token ids; answers with what a run with cache took.

    python growth_worker.py MODEL       a folder, or a GGUF file
"""

import json
import sys
from pathlib import Path

import peer_model  # noqa: F401  (offline, no gradients)
import torch
from answer import answer
from llama_peer import converted
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast
from tokenizers import Tokenizer, models

MODEL = Path(sys.argv[1])


def no_words(folder):
    """A tokenizer with which nothing is written: the library has to have one, and reads it from its folder again."""
    words = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer(models.WordLevel({"<s>": 0}, "<s>")), bos_token="<s>", eos_token="<s>")
    words.save_pretrained(folder)
    return AutoTokenizer.from_pretrained(folder)


def load():
    if MODEL.is_dir():
        plain = AutoModelForCausalLM.from_pretrained(MODEL, torch_dtype=torch.float32)
        return converted(plain, no_words(MODEL / "no-words"))
    plain = AutoModelForCausalLM.from_pretrained(MODEL.parent, gguf_file=MODEL.name, torch_dtype=torch.float32)
    return converted(plain, AutoTokenizer.from_pretrained(MODEL.parent, gguf_file=MODEL.name))


def run(model, ids):
    logits, cache = model.run_with_cache(torch.tensor([ids]))
    del cache
    return logits[0, -1].log_softmax(-1)[:16].tolist()


def peak(reset=False):
    """The most memory in MB since it was last reset; nil where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    return next(int(line.split()[1]) * 1024 / 1e6 for line in status.open() if line.startswith("VmHWM"))


def main():
    model = load()
    answer("ready", list)
    for line in sys.stdin:
        request = json.loads(line)
        if request["row"] == "memory":
            answer("memory", lambda: [peak()])
            peak(reset=True)
        else:
            answer(request["row"], lambda: run(model, request["part"]))


if __name__ == "__main__":
    main()
