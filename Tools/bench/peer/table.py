"""The rows with their bars, and how they are printed."""

# Name, what it is, the bar, and which numbers both must agree on (the measure is printed beside the figures).
ROWS = {
    "sweep-call": ("432-run sweep, one call", 60),
    "sweep-cells": ("432-run sweep, the notebook's loop in cells", 45),
    "sweep-loop": ("432-run sweep, the same loop compiled", 45),
    "cache-all": ("run with cache, 8 x 15, all kept, all logits", 1.4),
    "cache-last": ("the same, last-position logits read", 2),
    "load": ("load with the five processing steps", 6),
    "detectors": ("three head detectors on 2 x 200 tokens", 4),
    "by-position": ("2160-run sweep by position", 7),
    "notebook": ("whole notebook, cold, imports included", 25),
}
MEMORY_BAR = 1000


def lines(results):
    """The table as lines of text."""
    yield f"{'':46}{'swiftlens':>11}{'peer':>11}{'ratio':>8}{'CPU ratio':>11}   bar"
    for row, (title, bar) in ROWS.items():
        yield line(title, bar, results["rows"].get(row))
    memory = results.get("memory")
    if memory:
        verdict = "met" if memory["own"] <= MEMORY_BAR else "MISSED"
        figures = f"{memory['own']:8.0f} MB{memory['peer']:8.0f} MB{memory['peer'] / memory['own']:8.2f}"
        yield f"{'peak resident memory, the whole notebook':46}{figures}{'':11}   at most {MEMORY_BAR} MB: {verdict}"


def line(title, bar, row):
    if row is None or "skipped" in row:
        return f"{title:46}skipped: {row['skipped'] if row else 'not asked for'}"
    verdict = "met" if row["ratio"] >= bar else "MISSED"
    cpu = f"{row['cpuRatio']:11.2f}" if row.get("cpuRatio") else f"{'–':>11}"
    figures = f"{row['own']:9.3f} s{row['peer']:9.3f} s{row['ratio']:8.2f}{cpu}"
    note = f"; {row['note']}" if row.get("note") else ""
    return f"{title:46}{figures}   at least {bar}: {verdict}{note}"


def agreement(results):
    """Whether both gave the same numbers."""
    yield "Largest difference between the two programs' numbers (a ratio between different answers would mean nothing):"
    for row, (difference, scale) in results["differences"].items():
        yield f"  {ROWS[row][0]:46}{difference:10.2g}   (numbers up to {scale:.3g})"
