"""Measures how long after the stop button a cell ends: a user's loop, recursion, a model's run, a sweep, a load, a detector.

    python3 Tools/bench/interrupt_bench.py [EXECUTABLE]

Signals are sent to `swiftlens kernel` under jupyter_client; the time is from the signal to the error reply. Prints the
median and the worst; fails when a median is above 50 ms.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parents[2]
TURNS = 7
CELLS = {
    "a loop": "while true {}",
    "recursion": "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nfib(60)",
    "map and sort": "while true { _ = (0..<1_000_000).map { -$0 }.sorted() }",
    "runs of the model": 'while true { _ = try model("When John and Mary went to the shops") }',
    "a sweep": 'while true { _ = try model.ablateHeads("When John and Mary", position: .last, methods: [.zero], metric: { $0.mean() }) }',
    "a load": 'while true { _ = try HookedTransformer.fromPretrained("tiny-ioi") }',
    "a detector": 'while true { _ = try detectHead(model, "one two three one two three", .inductionHead) }',
    "a large product": "let big = Tensor.ones([3000, 3000])\nwhile true { _ = big.matmul(big).sum().item() }",
}


def main(executable):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([executable, "install", "--prefix", folder], check=True, stdout=subprocess.DEVNULL)
        os.environ["JUPYTER_PATH"] = str(Path(folder) / "share" / "jupyter")
        name = next((Path(folder) / "share" / "jupyter" / "kernels").iterdir()).name
        manager, client = start_new_kernel(kernel_name=name)
        try:
            client.execute_interactive('let model = try HookedTransformer.fromPretrained("tiny-ioi")', timeout=60)
            slow = [measure(manager, client, *item) > 50 for item in CELLS.items()]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return 1 if any(slow) else 0


def measure(manager, client, name, cell):
    times = []
    for _ in range(TURNS):
        message = client.execute(cell)
        time.sleep(0.3)
        start = time.perf_counter()
        manager.interrupt_kernel()
        reply = client._recv_reply(message, timeout=10)
        times.append((time.perf_counter() - start) * 1000)
        if reply["content"].get("ename") != "KeyboardInterrupt":
            sys.exit(f"{name}: {reply['content']}")
    print(f"{name:<20}{statistics.median(times):>8.1f} ms  worst {max(times):>7.1f} ms", flush=True)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [ROOT / ".build" / "release" / "swiftlens"]))
