"""Measures SwiftLens beside TransformerLens on the same random GPT-2 small, in turn, on this machine.

    python bench_peer.py [--full] [--repeat N] [--rows NAME,NAME] [--tokenizer DIR] [--executable FILE] [--json FILE]

Only the ratios mean anything (the peer's time divided by ours), and they mean more on a quiet machine.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
from importlib.metadata import version
from pathlib import Path

import inputs
import own_cells
import table
from programs import Worker, run_once

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "build" / "bench"
CHECKPOINT = OUT / "gpt2-random"
OWN_ROWS = ROOT / "Benchmarks" / ".build" / "release" / "PeerRows"
LAYERS, HEADS, POSITIONS = 12, 12, inputs.LENGTH
TOKENIZER_FILES = ("vocab.json", "merges.txt")
CHEAP = ("load", "cache-all", "cache-last", "detectors")


def tokenizer_folder(given):
    """The folder of GPT-2's vocabulary, if there is one."""
    cached = sorted(Path(os.environ.get("HF_HOME", Path.home() / ".cache/huggingface")).glob("hub/models--*gpt2/snapshots/*"))
    named = [given] if given else [os.environ.get("SWIFTLENS_GPT2_TOKENIZER"), *cached]
    return next((Path(f) for f in named if f and all(Path(f, name).exists() for name in TOKENIZER_FILES)), None)


def prepare(tokenizer):
    """Checkpoint and inputs in build/, made once."""
    run_once([OWN_ROWS, "checkpoint", CHECKPOINT])
    inputs.write(OUT / "inputs.json")
    if tokenizer:
        for name in TOKENIZER_FILES:
            shutil.copyfile(tokenizer / name, CHECKPOINT / name)


class Bench:
    """Runs the rows; figures by row and program, and the numbers of the last run of each."""

    def __init__(self, options):
        self.options = options
        self.own = Worker([OWN_ROWS, "rows", CHECKPOINT, OUT / "inputs.json"], lambda row, part: row)
        self.peer = Worker(
            [sys.executable, HERE / "peer_worker.py", CHECKPOINT, OUT / "inputs.json"],
            lambda row, part: json.dumps({"row": row, "part": part}),
        )
        self.results = {"rows": {}, "differences": {}}

    def stop(self):
        self.own.stop()
        self.peer.stop()

    def run(self, row):
        print(f"measuring {row} ...", file=sys.stderr, flush=True)
        if row in CHEAP:
            self.record(row, *self.in_turn(lambda: self.own.run(row), lambda: self.peer.run(row), self.options.repeat))
        elif row == "by-position":
            self.by_position()
        elif row == "sweep":
            self.sweep()

    def in_turn(self, *programs_and_repeats):
        """Each program's answers; the programs take turns, so that a busy moment hurts all."""
        *programs, repeat = programs_and_repeats
        turns = [[program() for program in programs] for _ in range(repeat)]
        return [list(answers) for answers in zip(*turns)]

    def record(self, row, own, peer, scale=1, note=None, pairs=None):
        """The medians, the ratios of each turn's, and how far the numbers are apart."""
        ratio = statistics.median(scale * p["seconds"] / o["seconds"] for o, p in zip(own, peer))
        cpu = [scale * p["cpuSeconds"] / o["cpuSeconds"] for o, p in zip(own, peer) if o.get("cpuSeconds")]
        self.results["rows"][row] = {
            "own": statistics.median(o["seconds"] for o in own),
            "peer": scale * statistics.median(p["seconds"] for p in peer),
            "ratio": ratio,
            "cpuRatio": statistics.median(cpu) if cpu else None,
            "ownCPU": statistics.median(o["cpuSeconds"] for o in own) if cpu else None,
            "peerCPU": scale * statistics.median(p["cpuSeconds"] for p in peer),
            "turns": [[o["seconds"], scale * p["seconds"]] for o, p in zip(own, peer)],
            "note": note,
            "bar": table.ROWS[row][1],
        }
        pairs = pairs or list(zip(own[-1]["numbers"], peer[-1]["numbers"]))
        self.results["differences"][row] = (max(abs(a - b) for a, b in pairs), max(abs(b) for _, b in pairs))

    def sweep(self):
        """The loop in the peer, and ours in one call, compiled and in cells; the peer runs some layers unless --full."""
        layers = list(range(LAYERS)) if self.options.full else [3, 8]
        scale = LAYERS / len(layers)
        note = None if self.options.full else f"peer: {36 * len(layers)} of 432 runs, times {scale:.0f}"
        repeat = 1 if self.options.full else max(2, self.options.repeat // 3)
        peer, call, loop, cells = self.in_turn(
            lambda: self.peer.run("sweep", layers), lambda: self.own.run("sweep-call"),
            lambda: self.own.run("sweep-loop"), self.cells, repeat,
        )
        for row, own in (("sweep-call", call), ("sweep-loop", loop), ("sweep-cells", cells)):
            numbers = own[-1]["numbers"]
            places = [(m * LAYERS + layer) * HEADS + h for m in range(3) for layer in layers for h in range(HEADS)]
            self.record(row, own, peer, scale, note, [(numbers[i], p) for i, p in zip(places, peer[-1]["numbers"])])

    def cells(self):
        """The loop as cells, in the executable that the kernel is."""
        file = OUT / "sweep-loop.swift"
        own_cells.write_sweep(file, CHECKPOINT, json.loads((OUT / "inputs.json").read_text()))
        seconds, numbers = own_cells.read_sweep(run_once([self.options.executable, "run", file])["text"])
        return {"seconds": seconds, "numbers": numbers}

    def by_position(self):
        """Every head at every position; the peer runs a sample, since its runs all cost the same."""
        cells = [(layer, p, h) for layer in range(LAYERS) for p in range(POSITIONS) for h in range(HEADS)]
        sample = cells if self.options.full else cells[:: len(cells) // 24][:24]
        scale = len(cells) / len(sample)
        note = None if self.options.full else f"peer: {len(sample)} of {len(cells)} runs, times {scale:.0f}"
        own, peer = self.in_turn(
            lambda: self.own.run("by-position"), lambda: self.peer.run("by-position", sample), 1 if self.options.full else 2
        )
        numbers = own[-1]["numbers"]
        places = [(layer * POSITIONS + p) * HEADS + h for layer, p, h in sample]
        self.record("by-position", own, peer, scale, note, [(numbers[i], v) for i, v in zip(places, peer[-1]["numbers"])])

    def notebook(self):
        """The whole, each time in a new process; its peak memory too."""
        file = OUT / "notebook.ipynb"
        own_cells.write_notebook(file, CHECKPOINT)
        layers = LAYERS if self.options.full else 2
        own, peer = self.in_turn(
            lambda: run_once([self.options.executable, "run", file]),
            lambda: run_once([sys.executable, HERE / "peer_notebook.py", CHECKPOINT, layers]), 1 if self.options.full else 2,
        )
        for run in peer:
            sweep = json.loads(run["text"].splitlines()[-1])
            whole = run["seconds"] + sweep["sweepSeconds"] * (1 / sweep["sweepShare"] - 1)
            run["cpuSeconds"] *= whole / run["seconds"]
            run["seconds"] = whole
        note = None if self.options.full else f"peer: its loop over {layers} of {LAYERS} layers, times {LAYERS // layers}"
        for run in own + peer:
            run["numbers"] = [0]
        self.record("notebook", own, peer, note=note)
        del self.results["differences"]["notebook"]
        self.results["memory"] = {
            "own": statistics.median(run["megabytes"] for run in own), "peer": statistics.median(run["megabytes"] for run in peer)
        }


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown") \
        if Path("/proc/cpuinfo").exists() else platform.processor()
    names = ("transformer-lens", "torch", "transformers", "numpy")
    return {"cpu": cpu, "cores": os.cpu_count(), "system": platform.platform(), "versions": {n: version(n) for n in names}}


def options():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--full", action="store_true", help="run all of the peer's runs, not a sample (many minutes)")
    arguments.add_argument("--repeat", type=int, default=9, help="turns of each short row")
    arguments.add_argument("--rows", default="load,cache-all,cache-last,detectors,sweep,by-position,notebook")
    arguments.add_argument("--tokenizer", help="a folder with GPT-2's vocab.json and merges.txt, for the notebook")
    arguments.add_argument("--executable", default=ROOT / ".build/release/swiftlens", help="the built swiftlens")
    arguments.add_argument("--json", default=OUT / "peer.json")
    return arguments.parse_args()


def main():
    chosen = options()
    tokenizer = tokenizer_folder(chosen.tokenizer)
    prepare(tokenizer)
    load_before = os.getloadavg()
    rows = chosen.rows.split(",")
    bench = Bench(chosen)
    for row in rows:
        bench.run(row)
    bench.stop()
    if "notebook" in rows and tokenizer:
        print("measuring notebook ...", file=sys.stderr, flush=True)
        bench.notebook()
    elif "notebook" in rows:
        reason = "it needs GPT-2's vocabulary: --tokenizer DIR, or SWIFTLENS_GPT2_TOKENIZER, or gpt2 in Hugging Face's cache"
        bench.results["rows"]["notebook"] = {"skipped": reason}
    results = bench.results | {"machine": machine(), "load": {"before": load_before, "after": os.getloadavg()}}
    show(results)
    Path(chosen.json).write_text(json.dumps(results, indent=2), encoding="utf-8")


def show(results):
    about = results["machine"]
    print(f"{about['cpu']}, {about['cores']} cores; " + ", ".join(f"{n} {v}" for n, v in about["versions"].items()))
    loads = (f"{moment} {', '.join(f'{x:.1f}' for x in averages)}" for moment, averages in results["load"].items())
    print("load averages: " + "; ".join(loads))
    for line in [*table.lines(results), "", *table.agreement(results)]:
        print(line)


if __name__ == "__main__":
    main()
