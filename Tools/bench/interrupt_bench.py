"""Measures how long after the stop button a cell ends: a user's loop, a model's runs, and each call of ablation science.

    python3 Tools/bench/interrupt_bench.py [EXECUTABLE] [--checkpoint DIR]

Signals are sent to `swiftlens kernel` under jupyter_client, each cell's at moments of its own; the time is from the signal to the
error reply. Prints the median and the worst; fails when a median is above 50 ms. The calls of ablation science run on the
embedded model, or on a checkpoint of GPT-2 small's size (`make bench-peer` makes one).
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parents[2]
TURNS = 7
EVERYDAY = {
    "a loop": "while true {}",
    "recursion": "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nfib(60)",
    "map and sort": "while true { _ = (0..<1_000_000).map { -$0 }.sorted() }",
    "runs of the model": 'while true { _ = try model("When John and Mary went to the shops") }',
    "a sweep": 'while true { _ = try model.ablateHeads("When John and Mary", position: .last, methods: [.zero], metric: { $0.mean() }) }',
    "a load": 'while true { _ = try HookedTransformer.fromPretrained("tiny-ioi") }',
    "a detector": 'while true { _ = try detectHead(model, "one two three one two three", .inductionHead) }',
    "a large product": "let big = Tensor.ones([3000, 3000])\nwhile true { _ = big.matmul(big).sum().item() }",
}
SCIENCE = {
    "a gradient": "_ = try studied.runWithGradients(train.tokens, of: { try train.logitDifference($0).mean() })",
    "attributions": "_ = try attributionPatch(studied, other, cache, sites: PatchSite.attnHeadByPosEvery, qkFix: true, gradDrop: true, metric: metric)",
    "their check": "_ = try scores.verified(top: 200, random: 200)",
    "edges": "_ = try edgeAttribution(studied, few.tokens, other, method: .eapIG(steps: 5), metric: metric)",
    "a circuit of edges": "_ = try studied.evaluateEdgeCircuit(circuit, few)",
    "acdc": "_ = try acdc(studied, few, threshold: 1e-9)",
    "paths": "_ = try pathPatch(studied, few.tokens, other, to: .logits, metric: metric)",
    "optimal ablation": "_ = try studied.optimalAblation(train)",
    "optimal lens": "_ = try studied.optimalLens(train)",
    "optimal tracing": 'var traced = try studied.optimalCausalTrace(train, subject: ["subject"])',
    "the panel": "_ = try studied.ablationPanel(train, test, resamples: 200_000)",
    "pairs": "_ = try studied.pairwiseAblation(few, train: train)",
    "a circuit of heads": "_ = try studied.evaluateHeadCircuit([(9, 6), (9, 9), (5, 5)], train, subsets: 1000)",
}
# Fifteen tokens each, the same from the first to the tenth; role and answers as datasets of one's own have them.
STUDIED = """\
let studied = try HookedTransformer.fromPretrained({checkpoint})
func prompts(_ rows: [[Int]]) throws -> PromptDataset {{
    try PromptDataset(
        tokens: Tensor(rows), answerTokens: Tensor(rows.map {{ [$0[2], $0[4]] }}),
        counterfactual: Tensor(rows.map {{ Array($0.prefix(10)) + $0.suffix(5).reversed() }}), positions: ["subject": rows.map {{ _ in 2 }}])
}}
let (few, train, test) = (try prompts({few}), try prompts({train}), try prompts({test}))
let other = try few.corrupted(.counterfactual).tokens
func metric(_ logits: Tensor) throws -> Tensor {{ try few.logitDifference(logits).mean() }}
let cache = try studied.runWithCache(few.tokens).cache
let scores = try attributionPatch(studied, other, cache, site: .attnHeadOutByPos, metric: metric)
let circuit = try edgeAttribution(studied, few.tokens, other, method: .eap, metric: metric).circuit(top: 200)
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("executable", nargs="?", default=ROOT / ".build" / "release" / "swiftlens")
    arguments.add_argument("--checkpoint", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([chosen.executable, "install", "--prefix", folder], check=True, stdout=subprocess.DEVNULL)
        os.environ["JUPYTER_PATH"] = str(Path(folder) / "share" / "jupyter")
        name = next((Path(folder) / "share" / "jupyter" / "kernels").iterdir()).name
        manager, client = start_new_kernel(kernel_name=name)
        try:
            moments = random.Random(chosen.seed)
            run(client, 'let model = try HookedTransformer.fromPretrained("tiny-ioi")')
            slow = [measure(manager, client, moments, *item) > 50 for item in EVERYDAY.items()]
            run(client, studied(chosen.checkpoint))
            slow += [measure(manager, client, moments, *item) > 50 for item in SCIENCE.items()]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return 1 if any(slow) else 0


def studied(checkpoint):
    """The cell that makes what the calls of ablation science are given."""
    draw = random.Random(3)
    # Words that the smallest vocabulary has too.
    rows = lambda count: [[draw.randrange(10, 500) for _ in range(15)] for _ in range(count)]
    given = '"tiny-ioi"' if checkpoint is None else f'"{checkpoint.resolve()}"'
    return STUDIED.format(checkpoint=given, few=rows(8), train=rows(64), test=rows(64))


def run(client, cell):
    reply = client.execute_interactive(cell, timeout=300, output_hook=lambda message: None)["content"]
    if reply["status"] != "ok":
        sys.exit("\n".join(reply["traceback"]))


def measure(manager, client, moments, name, cell):
    """The median time of a cell's stops; those of a cell that has ended before its stop don't count."""
    times, longest = [], 2.0
    while len(times) < TURNS and longest > 0.01:
        message = client.execute(cell)
        time.sleep(moments.uniform(0.01, longest))
        start = time.perf_counter()
        manager.interrupt_kernel()
        reply = client._recv_reply(message, timeout=60)["content"]
        if reply["status"] == "ok":
            longest /= 2
            continue
        if reply.get("ename") != "KeyboardInterrupt":
            sys.exit(f"{name}: " + "\n".join(reply["traceback"]))
        times.append((time.perf_counter() - start) * 1000)
    if not times:
        sys.exit(f"{name}: has ended before any stop")
    print(f"{name:<20}{statistics.median(times):>8.1f} ms  worst {max(times):>7.1f} ms", flush=True)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
