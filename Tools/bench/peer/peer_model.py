"""TransformerLens on a local checkpoint, without a network."""

import contextlib
import logging
import os
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["TQDM_DISABLE"] = "1"

import torch
import transformer_lens.loading_from_pretrained as loading
from transformer_lens import HookedTransformer
from transformers import GPT2Config, GPT2LMHeadModel, GPT2TokenizerFast

logging.getLogger().setLevel(logging.ERROR)
# The notebook leaves gradients on; without them the peer is faster and holds less.
torch.set_grad_enabled(False)

NOTEBOOK_SETTINGS = dict(
    center_unembed=True, center_writing_weights=True, fold_ln=True, fold_value_biases=True, refactor_factored_attn_matrices=True
)


def load(folder):
    """The checkpoint with the notebook's processing steps. `from_pretrained` knows names on the hub only: it is called with
    GPT-2's name, a model that was read from the folder, and the folder's config in the place of the hub's."""
    read = GPT2LMHeadModel.from_pretrained(folder)
    with config_of(folder):
        return HookedTransformer.from_pretrained(
            "gpt2-small", hf_model=read, tokenizer=tokenizer(folder), device="cpu", **NOTEBOOK_SETTINGS
        )


@contextlib.contextmanager
def config_of(folder):
    """The library finds this folder's config wherever it asks the hub."""

    def local(*_, **__):
        config = GPT2Config.from_pretrained(folder)
        config.n_ctx = config.n_positions
        return config

    usual = loading.AutoConfig.from_pretrained
    loading.AutoConfig.from_pretrained = local
    try:
        yield
    finally:
        loading.AutoConfig.from_pretrained = usual


def tokenizer(folder):
    """The folder's tokenizer, or one that can only count to the vocabulary's size: a model has to have one."""
    if not Path(folder, "vocab.json").exists():
        folder = placeholder(folder)
    return GPT2TokenizerFast.from_pretrained(folder)


def placeholder(folder):
    """A folder with a vocabulary of the right size in which nothing can be written."""
    import json

    target = Path(folder).with_name("no-tokenizer")
    target.mkdir(exist_ok=True)
    size = GPT2Config.from_pretrained(folder).vocab_size
    words = [f"<{number}>" for number in range(size - 1)] + ["<|endoftext|>"]
    (target / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (target / "merges.txt").write_text("#version: 0.2\n")
    (target / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "GPT2Tokenizer", "model_max_length": 1024}))
    return str(target)
