"""Measures gradients, attributions and ablations beside TransformerLens and torch, in turn, on the same random GPT-2 small.

    python science.py [--repeat N] [--rows NAME,NAME] [--checkpoint DIR] [--executable FILE] [--json FILE]

Each turn of ours is a process of its own. Where the peer would take hours it runs a few components, times as many.
"""

import argparse
import json
import os
import statistics
import sys
from pathlib import Path

import own_cells
import science_cells
import science_inputs
from programs import Worker, run_once

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "build" / "bench"
LAYERS, HEADS = 12, 12
COMPONENTS = LAYERS * HEADS + LAYERS
PAIRS = LAYERS * HEADS * (LAYERS * HEADS - 1) // 2
PEAK = 1500

# The components that the peer measures: one early, one late; what they cost grows evenly from the last layer to the first.
FITTED = [(0, 1), (11, 0)]
PANEL = [(0, 1), (5, 3), (11, 0)]
PAIRED = [[(0, 1), (5, 3)], [(5, 3), (11, 0)], [(9, 6), (9, 9)]]


class Row:
    """What both do, what the peer is given of it, times how much, and what is asked for: a ratio, or seconds at most."""

    def __init__(self, title, part=None, scale=1, ratio=None, seconds=None, places=None, repeat=None):
        self.title, self.part, self.scale, self.ratio = title, part, scale, ratio
        self.seconds, self.places, self.repeat = seconds, places, repeat


def fitted_places():
    """Where our losses and means of the peer's components stand; its evaluations have no counterpart."""
    index = lambda layer, head: LAYERS * HEADS + layer if head is None else layer * HEADS + head
    return [place for layer, head in FITTED for place in (index(layer, head), COMPONENTS + index(layer, head), None)]


ROWS = {
    "attribution": Row("attribution patching of all sites", part="weights", ratio=3),
    "attribution-lean": Row("the same, no gradients of weights in the peer", part="lean"),
    "edges": Row("EAP-IG with 5 steps, all 32,491 edges", ratio=3),
    "optimal": Row(
        "optimal ablation of 144 heads and 12 MLPs, 64 prompts", part=FITTED, scale=COMPONENTS / len(FITTED), ratio=20,
        seconds=600, places=fitted_places(), repeat=1),
    "panel": Row(
        "panel of five ablations, 144 heads, 64 prompts", part=PANEL, scale=5 * LAYERS * HEADS / len(PANEL), seconds=60,
        places=[layer * HEADS + head for layer, head in PANEL]),
    "pairs": Row(
        f"all {PAIRS:,} pairs of heads, 8 prompts", part=PAIRED, scale=PAIRS / len(PAIRED), seconds=240,
        places=[(a * HEADS + h) * LAYERS * HEADS + b * HEADS + g for (a, h), (b, g) in PAIRED]),
}


def own(row, chosen, given):
    """One run of ours: its seconds, those of all cores (less those of a run that stops where the row begins), numbers, memory."""
    file = OUT / f"science-{row}.swift"
    runs = []
    for is_measured in (False, True):
        science_cells.write(file, row.removesuffix("-lean"), Path(chosen.checkpoint).resolve(), given, is_measured)
        runs.append(run_once([chosen.executable, "run", file]))
    seconds, numbers = own_cells.read_sweep(runs[1]["text"])
    return {
        "seconds": seconds, "cpuSeconds": runs[1]["cpuSeconds"] - runs[0]["cpuSeconds"], "numbers": numbers,
        "megabytes": runs[1]["megabytes"],
    }


def measure(name, chosen, given, peer):
    """The two programs in turn."""
    row = ROWS[name]
    repeat = min(chosen.repeat, row.repeat or chosen.repeat)
    turns = [(own(name, chosen, given), peer.run(name.removesuffix("-lean"), row.part)) for _ in range(repeat)]
    ours, theirs = turns[-1][0]["numbers"], turns[-1][1]["numbers"]
    places = row.places or range(len(theirs))
    apart = max((abs(ours[p] - value) for p, value in zip(places, theirs) if p is not None), default=0)
    ratios = [row.scale * p["seconds"] / o["seconds"] for o, p in turns]
    return {
        "own": statistics.median(o["seconds"] for o, _ in turns),
        "ownCPU": statistics.median(o["cpuSeconds"] for o, _ in turns),
        "peer": row.scale * statistics.median(p["seconds"] for _, p in turns),
        "peerCPU": row.scale * statistics.median(p["cpuSeconds"] for _, p in turns),
        "ratio": statistics.median(ratios), "ratios": ratios,
        "cpuRatio": statistics.median(row.scale * p["cpuSeconds"] / o["cpuSeconds"] for o, p in turns),
        "difference": apart, "size": max(abs(value) for p, value in zip(places, theirs) if p is not None),
        "megabytes": max(o["megabytes"] for o, _ in turns), "peerNumbers": theirs[:60],
    }


def line(name, r):
    row = ROWS[name]
    bars = [f"{row.ratio} times: {'met' if r['ratio'] >= row.ratio else 'MISSED'}"] if row.ratio else []
    bars += [f"{row.seconds} s: {'met' if r['own'] <= row.seconds else 'MISSED'}"] if row.seconds else []
    bars += [] if r["megabytes"] <= PEAK else [f"{PEAK} MB: MISSED"]
    scaled = f", times {row.scale:.0f}" if row.scale != 1 else ""
    return (
        f"| {row.title} | {r['own']:.2f} s ({r['ownCPU']:.1f}) | {r['peer']:.1f} s ({r['peerCPU']:.0f}){scaled} | {r['ratio']:.1f} "
        f"({min(r['ratios']):.1f} to {max(r['ratios']):.1f}) | {r['cpuRatio']:.1f} | {'; '.join(bars) or '–'} | "
        f"{r['difference']:.1e} of {r['size']:.2g} | {r['megabytes']:.0f} MB |"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--rows", default=",".join(ROWS))
    arguments.add_argument("--checkpoint", default=OUT / "gpt2-random")
    arguments.add_argument("--executable", default=ROOT / ".build/release/swiftlens")
    arguments.add_argument("--json", default=OUT / "science.json")
    chosen = arguments.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    given = science_inputs.make()
    (OUT / "science-inputs.json").write_text(json.dumps(given), encoding="utf-8")
    peer = Worker(
        [sys.executable, HERE / "science_worker.py", chosen.checkpoint, OUT / "science-inputs.json"],
        lambda row, part: json.dumps({"row": row, "part": part}))
    results = {"before": os.getloadavg()}
    print("| work | SwiftLens (CPU) | peer (CPU) | ratio, median (lowest to highest) | of CPU time | at least, at most | numbers apart | our peak memory |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for name in chosen.rows.split(","):
        results[name] = measure(name, chosen, given, peer)
        print(line(name, results[name]), flush=True)
    status = Path(f"/proc/{peer.process.pid}/status")
    if status.exists():
        print("peer's peak memory:", next(text.split(":")[1].strip() for text in status.open() if text.startswith("VmHWM")))
    results["after"] = os.getloadavg()
    print("load averages:", results["before"], results["after"])
    peer.stop()
    Path(chosen.json).write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
