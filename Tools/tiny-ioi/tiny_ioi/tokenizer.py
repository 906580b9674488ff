"""A byte-level BPE vocabulary with GPT-2's rules, trained on the generated text."""

import json
import random
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from . import names, words
from .documents import documents

END_OF_TEXT = "<|endoftext|>"
SINGLE_TOKENS = sorted(set(words.ALL + names.EVERYONE))
"""Every one of these is a single token when a space stands before it."""


def train(folder, seed, vocabulary_limit=4096):
    """Trains merges until every listed word is one token, and writes `vocab.json` and `merges.txt`."""
    tokenizer = byte_level(models.BPE())
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_limit, min_frequency=20, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    tokenizer.train_from_iterator(documents(20_000, seed) + shuffled_words(60, seed), trainer)
    model = json.loads(tokenizer.to_str())["model"]
    write(Path(folder), model["vocab"], model["merges"])
    return load(folder)


def shuffled_words(count, seed):
    """Texts that hold every word once, so that rare words become single tokens too."""
    shuffle = random.Random(seed).shuffle
    texts = []
    for _ in range(count):
        order = list(SINGLE_TOKENS)
        shuffle(order)
        texts.append(" " + " ".join(order))
    return texts


def write(folder, vocabulary, merges):
    """Writes GPT-2's two tokenizer files; the end-of-text token gets the last id."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = dict(sorted(vocabulary.items(), key=lambda item: item[1]))
    vocabulary[END_OF_TEXT] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    lines = [merge if isinstance(merge, str) else " ".join(merge) for merge in merges]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(lines) + "\n", encoding="utf-8")


def load(folder):
    """The tokenizer of a model folder."""
    files = [str(Path(folder) / name) for name in ("vocab.json", "merges.txt")]
    tokenizer = byte_level(models.BPE.from_file(*files))
    tokenizer.add_special_tokens([AddedToken(END_OF_TEXT, normalized=False)])
    return tokenizer


def byte_level(model):
    """A tokenizer that splits text and writes bytes the way GPT-2's does."""
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def single_token(tokenizer, text):
    """The id of a text that is exactly one token."""
    ids = tokenizer.encode(text).ids
    if len(ids) != 1:
        raise ValueError(f"{text!r} is {len(ids)} tokens, expected 1")
    return ids[0]


def bos(tokenizer):
    """The id that stands before every text."""
    return tokenizer.token_to_id(END_OF_TEXT)
