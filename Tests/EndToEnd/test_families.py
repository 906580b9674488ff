"""Models of every family in the kernel: the ablation notebook's call loads them, and they sweep, detect and go on."""

import json
from pathlib import Path

import pytest
from conftest import running
from languages import SWIFT

FAMILIES = Path(__file__).resolve().parents[1] / "Goldens" / "families"
MODELS = sorted(folder for folder in FAMILIES.iterdir() if (folder / "checkpoint").is_dir())
PICKLED = FAMILIES / "attn-only-pickle"

LOAD = """
let model = try HookedTransformer.fromPretrained(
    "FOLDER", centerUnembed: true, centerWritingWeights: true, foldLN: true, refactorFactoredAttnMatrices: true)
let tokens = Tensor([[1, 2, 3, 1, 2]])
"""
SWEEP = """
let cache = try model.runWithCache(tokens).cache
let sweep = try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)]) { logits in logits[0..., -1, 0] }
print(sweep.maps[0].shape)
"""
DETECT = "print(try detectHead(model, tokens, .inductionHead).shape)"
GENERATE = """
let new = min(20, model.cfg.nCtx - 5)
let longer = try model.generate(tokens, maxNewTokens: new, stopAtEOS: false, doSample: false)
print(longer.shape[1] - 5 == new)
"""


@pytest.fixture(scope="module")
def session(kernels):
    with running(SWIFT) as session:
        yield session


@pytest.mark.parametrize("folder", [*MODELS, PICKLED], ids=lambda folder: folder.name)
def test_a_family_loads_sweeps_detects_and_goes_on(session, folder):
    home = folder / "checkpoint" if (folder / "checkpoint").is_dir() else folder
    config = json.loads((home / "config.json").read_text())
    layers = next(config[key] for key in ("num_hidden_layers", "n_layer", "num_layers", "n_layers") if key in config)
    heads = next(config[key] for key in ("num_attention_heads", "n_head", "num_heads", "n_heads") if key in config)
    loaded = session.run(LOAD.replace("FOLDER", str(home)))
    assert loaded.status == "ok", loaded.error
    sweep = session.run(SWEEP)
    assert sweep.stdout == f"[{layers}, {heads}]\n", sweep.error
    assert session.run(DETECT).stdout == f"[{layers}, {heads}]\n"
    assert session.run(GENERATE).stdout == "true\n"
