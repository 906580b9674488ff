"""Runs the cells on the catalogue's pages, one notebook for each page, and keeps the pictures that they show."""

import base64
import json
import re
import subprocess

BLOCK = re.compile(r"```swift\n(.*?)```(?:\n\n!\[[^\]]*\]\((\w+)\))?", re.DOTALL)


def cells(text):
    """The programs of a page, each with the name of the picture below it; a manifest is no cell."""
    return [(code, picture) for code, picture in BLOCK.findall(text) if not code.startswith("// Package.swift")]


def run(executable, page, folder):
    """Executes a page as a notebook; gives the outputs of each cell."""
    parts = cells(page.read_text(encoding="utf-8"))
    notebook = {
        "nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "swiftlens", "display_name": "SwiftLens"}},
        "cells": [
            {"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": code}
            for i, (code, _) in enumerate(parts)
        ],
    }
    source, executed = folder / f"{page.stem}.ipynb", folder / f"{page.stem}-executed.ipynb"
    source.write_text(json.dumps(notebook), encoding="utf-8")
    subprocess.run([executable, "run", source, "--output", executed], check=True, stdout=subprocess.DEVNULL)
    done = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    return [(picture, cell["outputs"]) for (_, picture), cell in zip(parts, done, strict=True)]


def run_all(executable, catalogue):
    """Every page's cells; the pictures go into the catalogue. Gives how many there are."""
    folder, resources = catalogue.parent / "notebooks", catalogue / "Resources"
    folder.mkdir()
    resources.mkdir(exist_ok=True)
    count = 0
    for page in sorted(catalogue.glob("*.md")):
        for picture, outputs in run(executable, page, folder):
            if picture:
                (resources / f"{picture}.png").write_bytes(png(page, picture, outputs))
                count += 1
    return count


def png(page, picture, outputs):
    """The picture that a cell showed last."""
    for output in reversed(outputs):
        if data := output.get("data", {}).get("image/png"):
            return base64.b64decode(data)
    raise SystemExit(f"{page.name}: the cell above {picture} shows no picture")
