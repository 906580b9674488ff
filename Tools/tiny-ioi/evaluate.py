"""Measures a model folder: `python evaluate.py` prints every figure and the strongest heads of the four sweeps.

With `--write`, the figures also replace those in weights/README.md and the maps are drawn beside it.
The exit status is 1 when a target is missed.
"""

import argparse
import sys
from pathlib import Path

import torch

from tiny_ioi import ablation, checkpoint, maps, tokenizer
from tiny_ioi.report import figures, label

WEIGHTS = Path(__file__).resolve().parents[2] / "weights"
START, END = "<!-- figures: start -->", "<!-- figures: end -->"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=WEIGHTS / "tiny-ioi")
    options.add_argument("--write", action="store_true", help="put the figures into weights/README.md")
    given = options.parse_args()
    torch.set_num_threads(1)
    model, vocabulary = checkpoint.load(given.folder), tokenizer.load(given.folder)
    measured, swept = figures(model, vocabulary), ablation.sweeps(model, vocabulary)
    text = table(measured) + "\n\n" + strongest(swept)
    print(text)
    if given.write:
        write(text, swept)
    sys.exit(0 if all(figure.met for figure in measured) else 1)


def table(measured):
    """The figures as a Markdown table."""
    lines = ["| figure | measured | target | met |", "|---|---|---|---|"]
    for figure in measured:
        met = ("yes" if figure.met else "**no**") if figure.target else ""
        lines.append(f"| {figure.name} | {figure.value} | {figure.target} | {met} |")
    return "\n".join(lines)


def strongest(swept, at_least=0.03):
    """The heads with a clear effect in any sweep, as a Markdown table."""
    largest = torch.stack(list(swept.values())).abs().amax(0)
    heads = [divmod(index, largest.shape[1]) for index in largest.flatten().argsort(descending=True).tolist()]
    lines = ["| head | " + " | ".join(swept) + " |", "|---" * (len(swept) + 1) + "|"]
    for head in heads:
        if largest[head] >= at_least:
            lines.append(f"| {label(head)} | " + " | ".join(f"{grid[head]:.3f}" for grid in swept.values()) + " |")
    return "\n".join(lines)


def write(text, swept):
    """Replaces the figures in weights/README.md and draws the maps."""
    readme = WEIGHTS / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(START)
    readme.write_text(f"{before}{START}\n{text}\n{rest[rest.index(END):]}", encoding="utf-8")
    limit = max(grid.abs().max().item() for grid in swept.values())
    (WEIGHTS / "tiny-ioi-sweeps.svg").write_text(maps.draw(swept, limit), encoding="utf-8")


if __name__ == "__main__":
    main()
