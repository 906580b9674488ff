"""Measures SwiftLens beside TransformerLens and Hugging Face on a real language model, in turn, on this machine.

    python real_model.py MODEL.gguf [--repeat N] [--rows NAME,NAME] [--layers 3,20] [--executable FILE] [--json FILE]

The numbers are SmolLM2-135M's eight prompts (Tests/EndToEnd/smollm2.json). The peer runs some layers of the sweep, times as many.
"""

import argparse
import json
import os
import statistics
import sys
from pathlib import Path

import own_cells
import real_cells
from programs import Worker, run_once

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "build" / "bench"
LAYERS, HEADS = 30, 9

# Ours, the peer's row, the arguments of loading, and the ratio that is asked for.
ROWS = {
    "load": ("load", "load", "", 5),
    "cache-all": ("cache-all", "cache-all", "", 1.3),
    "cache-last": ("cache-last", "cache-last", "", 1.8),
    "detectors": ("detectors", "detectors", "", 3),
    "generate": ("generate", "generate", "", 2),
    "generate-bfloat16": ("generate", "generate", ", dtype: .bfloat16", 3.5),
    "generate-beside-tl": ("generate", "generate-tl", "", None),
    "sweep-call": ("sweep-call", "sweep", "", 45),
    "sweep-loop": ("sweep-loop", "sweep", "", None),
}


def inputs():
    """Token ids of the prompts, of 100 random tokens said twice, and of a text to go on from."""
    numbers = json.loads((ROOT / "Tests/EndToEnd/smollm2.json").read_text(encoding="utf-8"))
    clean = numbers["ids"]
    half = [(7919 * i + 104729) % 48000 + 500 for i in range(100)]
    return {
        "clean": clean, "corrupted": [clean[i ^ 1] for i in range(len(clean))], "answers": numbers["answer_ids"],
        "repeated": [half + half], "prompt": [[token for row in clean for token in row][:100]],
    }


def own(row, more, chosen, given):
    """One run of ours in a process of its own: seconds, seconds of all cores, numbers, peak memory.

    What cores did is that of the process, less that of one which stops where the row begins."""
    file = OUT / f"real-{row}.swift"
    before, run = [], None
    for is_measured in (False, True):
        real_cells.write(file, row, Path(chosen.model).resolve(), given, more, is_measured)
        run = run_once([chosen.executable, "run", file])
        before.append(run["cpuSeconds"])
    seconds, numbers = own_cells.read_sweep(run["text"])
    return {"seconds": seconds, "cpuSeconds": before[1] - before[0], "numbers": numbers, "megabytes": run["megabytes"]}


def measure(name, chosen, given, peer):
    """The two programs in turn: the median ratio, and how far their numbers are apart."""
    row, other, more, bar = ROWS[name]
    layers = [int(layer) for layer in chosen.layers.split(",")]
    scale = LAYERS / len(layers) if other == "sweep" else 1
    turns = []
    for _ in range(chosen.repeat):
        turns.append((own(row, more, chosen, given), peer.run(other, layers)))
    ours, theirs = turns[-1][0]["numbers"], turns[-1][1]["numbers"]
    if other == "sweep":
        ours = [ours[(m * LAYERS + layer) * HEADS + h] for m in range(3) for layer in layers for h in range(HEADS)]
    ratios = [scale * p["seconds"] / o["seconds"] for o, p in turns]
    return {
        "own": statistics.median(o["seconds"] for o, _ in turns), "peer": scale * statistics.median(p["seconds"] for _, p in turns),
        "cpuRatio": statistics.median(scale * p["cpuSeconds"] / max(1e-3, o["cpuSeconds"]) for o, p in turns),
        "ratio": statistics.median(ratios), "ratios": ratios, "bar": bar, "megabytes": max(o["megabytes"] for o, _ in turns),
        "difference": max(abs(a - b) for a, b in zip(ours, theirs)),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model")
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--rows", default=",".join(ROWS))
    arguments.add_argument("--layers", default="3,20", help="the layers of the sweep that the peer runs")
    arguments.add_argument("--executable", default=ROOT / ".build/release/swiftlens")
    arguments.add_argument("--json", default=OUT / "real.json")
    chosen = arguments.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    given = inputs()
    (OUT / "real-inputs.json").write_text(json.dumps(given), encoding="utf-8")
    peer = Worker(
        [sys.executable, HERE / "real_worker.py", chosen.model, OUT / "real-inputs.json"],
        lambda row, part: json.dumps({"row": row, "part": part}))
    results = {}
    print(
        "| work | SwiftLens | peer | ratio, median (lowest to highest) | of CPU time | bar | numbers apart | our peak memory |\n"
        "|---|---|---|---|---|---|---|---|")
    for name in chosen.rows.split(","):
        results[name] = r = measure(name, chosen, given, peer)
        print(
            f"| {name} | {r['own']:.2f} s | {r['peer']:.2f} s | {r['ratio']:.2f} ({min(r['ratios']):.2f} to {max(r['ratios']):.2f}) | {r['cpuRatio']:.2f} | "
            f"{r['bar'] or '–'} | {r['difference']:.1e} | {r['megabytes']:.0f} MB |", flush=True)
    status = Path(f"/proc/{peer.process.pid}/status")
    if status.exists():
        print("peer's peak memory:", next(line.split(":")[1].strip() for line in status.open() if line.startswith("VmHWM")))
    print("load averages:", os.getloadavg())
    peer.stop()
    Path(chosen.json).write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
