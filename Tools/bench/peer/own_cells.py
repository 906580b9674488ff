"""Cells for the built executable: the sweep's loop, timed from inside, and the whole ablation notebook."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOK = ROOT / "notebooks" / "ablation-experiment.ipynb"

SWEEP = """\
let model = try HookedTransformer.fromPretrained(
    "{folder}", centerUnembed: true, centerWritingWeights: true, foldLN: true, refactorFactoredAttnMatrices: true)
let corrupted = Tensor({corrupted})
let answers = Tensor({answers})
let (_, cache) = try model.runWithCache(Tensor({clean}))
_ = try model.runWithCache(corrupted)
// %%
func averageLogitDifference(_ logits: Tensor) -> Tensor {{
    let answerLogits = logits[0..., -1, 0...].gather(dim: -1, index: answers)
    return (answerLogits[0..., 0] - answerLogits[0..., 1]).mean()
}}
func resample(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {{
    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...]
}}
func zero(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {{
    z[0..., -1, head, 0...] = 0
}}
func mean(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {{
    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...].mean(dim: 0, keepdim: true)
}}
let ablations = [resample, zero, mean]
let emptyMap = Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads])
var maps = [emptyMap, emptyMap, emptyMap]
// %%
let start = Date()
for layer in 0..<model.cfg.nLayers {{
    for head in 0..<model.cfg.nHeads {{
        for (index, ablation) in ablations.enumerated() {{
            let logits = try model.runWithHooks(
                corrupted,
                fwdHooks: [Hook(actName("z", layer)) {{ z, hook in try ablation(&z, hook, head, cache) }}])
            maps[index][layer, head] = averageLogitDifference(logits)
        }}
    }}
}}
let sum = (maps[0] + maps[1] + maps[2]).sum().item()
let seconds = Date().timeIntervalSince(start)
// %%
print("SECONDS", seconds)
for map in maps {{ for row in 0..<model.cfg.nLayers {{ print("ROW", map[row].toArray()) }} }}
"""


def write_sweep(path, folder, inputs):
    """The notebook's loop with three hooks for each head, which prints its seconds and its maps."""
    path.write_text(SWEEP.format(folder=folder, **inputs), encoding="utf-8")


def write_notebook(path, folder):
    """The ablation notebook on another model, but for the cell that makes the sweep a second time, in one call: the notebook
    that it follows has none, nor has the peer's script."""
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if "model.ablateHeads(" not in "".join(cell["source"])]
    cell = next(cell for cell in notebook["cells"] if "let modelName" in "".join(cell["source"]))
    cell["source"] = [f'let modelName = "{folder}"']
    path.write_text(json.dumps(notebook), encoding="utf-8")


def read_sweep(text):
    """What the cells printed: the loop's seconds, and the maps one after the other."""
    lines = [line.partition(" ") for line in text.splitlines()]
    seconds = [float(rest) for word, _, rest in lines if word == "SECONDS"]
    rows = [json.loads(rest) for word, _, rest in lines if word == "ROW"]
    if not seconds or not rows:
        raise RuntimeError(f"the cells did not finish: {text[-500:]}")
    return seconds[0], [number for row in rows for number in row]
