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
SESSIONS = 7
ROUND_TRIPS = 200
FLOOD_LINES = 10_000
FLOODS = 5

# A measure: its name, its unit, what it wants of the two kernels' numbers, and that in words.
MEASURES = [
    ("launch to first reply", "ms", lambda own, peer: own <= peer / 5, "at most a fifth"),
    ("execute round trip", "ms", lambda own, peer: own <= peer / 10, "at most a tenth"),
    ("printed lines", "1/s", lambda own, peer: own >= 10 * peer, "at least ten times"),
    ("lines lost", "", lambda own, peer: own == 0, "none"),
    ("interrupt to idle", "ms", lambda own, peer: own <= 50, "at most 50 ms"),
    ("idle memory", "MiB", lambda own, peer: own < 40, "below 40 MiB"),
]


def measure_session(name):
    """The figures of a kernel from its start on."""
    code = KERNELS[name]
    with KernelProcess(name) as kernel:
        kernel.run(code["trivial"])
        memory = kernel.memory_bytes() / 2**20
        for _ in range(10):
            kernel.run(code["trivial"])
        trips = [kernel.run(code["trivial"]).idle_seconds * 1e3 for _ in range(ROUND_TRIPS)]
        floods = [kernel.run(code["print"].format(n=FLOOD_LINES)) for _ in range(FLOODS)]
        stopped = interrupt(kernel, code["endless"]) * 1e3
    expected = "".join(f"{i}\n" for i in range(FLOOD_LINES))
    return {
        "launch to first reply": kernel.launch_seconds * 1e3,
        "execute round trip": statistics.median(trips),
        "printed lines": FLOOD_LINES / statistics.median(flood.idle_seconds for flood in floods),
        "lines lost": sum(FLOOD_LINES - flood.text.count("\n") for flood in floods if flood.text != expected),
        "interrupt to idle": stopped,
        "idle memory": memory,
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
    """All figures by kernel, the median of its sessions. The kernels take turns, so that a busy moment hurts both, and each
    starts anew, since where the system puts its threads makes a difference for a whole session."""
    sessions = [(name, measure_session(name)) for _ in range(SESSIONS) for name in KERNELS]
    figures = {}
    for name in KERNELS:
        own = [figures_of_session for kernel, figures_of_session in sessions if kernel == name]
        figures[name] = {measure: statistics.median(session[measure] for session in own) for measure, *_ in MEASURES}
        figures[name]["lines lost"] = sum(session["lines lost"] for session in own)
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
