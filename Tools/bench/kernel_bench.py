"""Measures the installed swiftlens kernel beside ipykernel, in turns, on this machine. Only the ratios mean anything.

    python Tools/bench/kernel_bench.py [--json FILE]
"""

import argparse
import json
import statistics
import time

from kernel_process import KernelProcess

KERNELS = {
    "swiftlens": {"trivial": "1+1", "print": "for i in 0..<{n} {{ print(i) }}", "endless": "while true {}"},
    "python3": {"trivial": "1+1", "print": "for i in range({n}): print(i)", "endless": "while True: pass"},
}
STARTS = 7
ROUND_TRIPS = 200
FLOOD_LINES = 10_000
FLOODS = 5
INTERRUPTS = 7

# A measure: its name, its unit, what it wants of the two kernels' numbers, and that in words.
MEASURES = [
    ("launch to first reply", "ms", lambda own, peer: own <= peer / 5, "at most a fifth"),
    ("execute round trip", "ms", lambda own, peer: own <= peer / 10, "at most a tenth"),
    ("printed lines", "1/s", lambda own, peer: own >= 10 * peer, "at least ten times"),
    ("lines lost", "", lambda own, peer: own == 0, "none"),
    ("interrupt to idle", "ms", lambda own, peer: own <= 50, "at most 50 ms"),
    ("idle memory", "MiB", lambda own, peer: own < 40, "below 40 MiB"),
]


def measure_launch(name):
    """Milliseconds from the start of the process to its first reply, MiB when it has run a cell, and how long the next take."""
    with KernelProcess(name) as kernel:
        kernel.run(KERNELS[name]["trivial"])
        memory = kernel.memory_bytes() / 2**20
        for _ in range(10):
            kernel.run(KERNELS[name]["trivial"])
        trips = [kernel.run(KERNELS[name]["trivial"]).idle_seconds * 1e3 for _ in range(ROUND_TRIPS)]
        return {
            "launch to first reply": kernel.launch_seconds * 1e3, "idle memory": memory,
            "execute round trip": statistics.median(trips),
        }


def measure_session(name):
    """Everything that a running kernel can be asked."""
    code = KERNELS[name]
    with KernelProcess(name) as kernel:
        kernel.run(code["trivial"])
        floods = [kernel.run(code["print"].format(n=FLOOD_LINES)) for _ in range(FLOODS)]
        interrupts = [interrupt(kernel, code["endless"]) * 1e3 for _ in range(INTERRUPTS)]
    expected = "".join(f"{i}\n" for i in range(FLOOD_LINES))
    return {
        "printed lines": FLOOD_LINES / statistics.median(flood.idle_seconds for flood in floods),
        "lines lost": sum(FLOOD_LINES - flood.text.count("\n") for flood in floods if flood.text != expected),
        "interrupt to idle": statistics.median(interrupts),
    }


def interrupt(kernel, endless):
    """Seconds from the interrupt of an endless cell to idle."""
    request = kernel.execute(endless)
    time.sleep(0.5)
    pressed = time.perf_counter()
    kernel.manager.interrupt_kernel()
    idle = kernel.until_idle(request).arrival
    _, reply = kernel.reply(request)
    assert reply["status"] == "error", reply
    return idle - pressed


def measure():
    """All figures by kernel. The kernels take turns, so that a busy moment hurts both."""
    launches = [(name, measure_launch(name)) for _ in range(STARTS) for name in KERNELS]
    figures = {name: measure_session(name) for name in KERNELS}
    for name in KERNELS:
        for measure in ("launch to first reply", "idle memory", "execute round trip"):
            figures[name][measure] = statistics.median(f[measure] for n, f in launches if n == name)
    return figures


def table(figures):
    """The figures as lines of text."""
    yield f"{'':24}{'swiftlens':>12}{'ipykernel':>12}{'ratio':>9}   wanted"
    for name, unit, is_met, wanted in MEASURES:
        own, peer = figures["swiftlens"][name], figures["python3"][name]
        ratio = f"{own / peer:9.3f}" if peer else " " * 9
        label = f"{name}, {unit}" if unit else name
        yield f"{label:24}{own:12.2f}{peer:12.2f}{ratio}   {wanted}: {'met' if is_met(own, peer) else 'MISSED'}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--json", help="write the figures to this file too")
    options = arguments.parse_args()
    figures = measure()
    print("\n".join(table(figures)))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2)


if __name__ == "__main__":
    main()
