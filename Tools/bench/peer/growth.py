"""How the cost of a run with cache grows with the prompt and with the model, beside TransformerLens, in turn.

    python growth.py MODEL.gguf [--lengths 16,64,…] [--sizes 14M,70M,…] [--repeat N] [--executable FILE] [--json FILE]

By length on the given model (SmolLM2-135M), by size on Llamas of random weights with 120 tokens. Every activation is kept, and all
logits are read. Beside the times stands what they come to in multiplications and additions a second: where that does not
fall, cost grows as the arithmetic says.
"""

import argparse
import json
import os
import statistics
import sys
from pathlib import Path

import growth_models
import own_cells
from programs import Worker, run_once

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "build" / "bench"
BY_SIZE = 120

CELLS = """\
let model = try HookedTransformer.fromPretrained("{model}", centerWritingWeights: false)
model.reuse.wholeCacheByteLimit = {limit}
let tokens = Tensor({ids})
var times: [Double] = []
var numbers: [Float] = []
for _ in 0..<{repeat} {{
    model.reuse.removeAll()
    let start = Date()
    let (logits, cache) = try model.runWithCache(tokens)
    _ = logits.sum().item()
    times.append(Date().timeIntervalSince(start))
    numbers = logits[0, -1].logSoftmax(dim: -1)[0..<16].toArray()
    _ = cache
}}
print("SECONDS", times.sorted()[times.count / 2])
print("ROW", numbers)
"""


def ids(length, words):
    """Random tokens, the same in every run."""
    return [(7919 * i + 104729) % (words - 600) + 500 for i in range(length)]


def own(model, tokens, limit, chosen):
    file = OUT / "growth.swift"
    file.write_text(CELLS.format(model=model, limit=limit, ids=[tokens], repeat=chosen.repeat), encoding="utf-8")
    run = run_once([chosen.executable, "run", file])
    seconds, numbers = own_cells.read_sweep(run["text"])
    return {"seconds": seconds, "numbers": numbers, "megabytes": run["megabytes"]}


def row(name, model, config, length, chosen):
    """A line of the table: ours with everything kept, ours as it is by default, the peer's.

    The peer's process ends before ours begin: with 2,048 tokens each of them takes half of 24 GB.
    """
    tokens = ids(length, config["vocab_size"])
    peer = peer_of(model)
    peer.run("memory")
    theirs = [peer.run("run", tokens) for _ in range(chosen.repeat)]
    memory = peer.run("memory")["numbers"][0]
    peer.stop()
    kept, usual = own(model, tokens, 1 << 40, chosen), own(model, tokens, 64 << 20, chosen)
    seconds = statistics.median(run["seconds"] for run in theirs)
    work = 2 * growth_models.multiplications(config, length) / 1e9
    apart = max(abs(a - b) for a, b in zip(kept["numbers"], theirs[-1]["numbers"]))
    print(
        f"| {name} | {work:.1f} | {kept['seconds']:.3f} s | {work / kept['seconds']:.0f} | {usual['seconds']:.3f} s | {seconds:.3f} s | "
        f"{seconds / kept['seconds']:.2f} | {kept['megabytes']:.0f} MB | {usual['megabytes']:.0f} MB | {memory:.0f} MB | {apart:.0e} |", flush=True)
    return {"work": work, "own": kept, "default": usual, "peer": seconds, "peerMegabytes": memory, "apart": apart}


def peer_of(model):
    return Worker([sys.executable, HERE / "growth_worker.py", model], lambda row, part: json.dumps({"row": row, "part": part}))


SMOLLM2 = {
    "num_hidden_layers": 30, "hidden_size": 576, "num_attention_heads": 9, "num_key_value_heads": 3, "intermediate_size": 1536,
    "vocab_size": 49152,
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model")
    arguments.add_argument("--lengths", default="16,64,256,1024,2048")
    arguments.add_argument("--sizes", default=",".join(growth_models.SIZES))
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--executable", default=ROOT / ".build/release/swiftlens")
    arguments.add_argument("--json", default=OUT / "growth.json")
    chosen = arguments.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    print(
        "| | GFLOP | SwiftLens | GFLOP/s | as by default | peer | ratio | memory | by default | peer's | apart |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|")
    results = {}
    if chosen.lengths:
        model = Path(chosen.model).resolve()
        for length in map(int, chosen.lengths.split(",")):
            results[f"{length} tokens"] = row(f"{length} tokens", model, SMOLLM2, length, chosen)
    for name in chosen.sizes.split(",") if chosen.sizes else []:
        model = growth_models.write(OUT / "growth", name)
        config = json.loads((model / "config.json").read_text(encoding="utf-8"))
        results[name] = row(f"{name} parameters", model, config, BY_SIZE, chosen)
    print("load averages:", os.getloadavg())
    Path(chosen.json).write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
