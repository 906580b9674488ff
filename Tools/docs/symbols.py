"""The public declarations of all modules that `import SwiftLens` opens, as those of one module, which is how they are seen."""

import json
import re
import subprocess


def modules(root):
    """Those that SwiftLens re-exports, and itself."""
    text = (root / "Sources" / "SwiftLens" / "SwiftLens.swift").read_text(encoding="utf-8")
    return re.findall(r"^@_exported .*import (\w+)$", text, re.MULTILINE) + ["SwiftLens"]


def write(root, built, folder):
    """Asks the compiler for each module's declarations and writes them as one graph; gives how many there are."""
    folder.mkdir(parents=True)
    parts = folder.parent / "parts"
    parts.mkdir()
    maps = [f"-fmodule-map-file={file}" for file in sorted((root / "Sources").glob("C*/**/module.modulemap"))]
    for module in modules(root):
        subprocess.run(
            ["swift", "symbolgraph-extract", "-module-name", module, "-I", built, "-target", triple(), "-minimum-access-level",
             "public", "-skip-synthesized-members", "-output-dir", parts] + [word for one in maps for word in ("-Xcc", one)],
            check=True)
    graph = merged([json.loads(file.read_text(encoding="utf-8")) for file in sorted(parts.glob("*.json"))])
    (folder / "SwiftLens.symbols.json").write_text(json.dumps(graph), encoding="utf-8")
    return len(graph["symbols"])


def triple():
    """What swiftc compiles for here."""
    target = subprocess.run(["swift", "-print-target-info"], capture_output=True, text=True, check=True).stdout
    return json.loads(target)["target"]["triple"]


def merged(graphs):
    """One graph: a member that one module adds to a type of another stands with that type's own."""
    symbols = {symbol["identifier"]["precise"]: symbol for graph in graphs for symbol in graph["symbols"]}
    return {
        "metadata": graphs[0]["metadata"],
        "module": {"name": "SwiftLens", "platform": graphs[0]["module"]["platform"]},
        "symbols": list(symbols.values()),
        "relationships": [one for graph in graphs for one in graph["relationships"]],
    }
