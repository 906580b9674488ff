"""Finds the executable of the kernel that this package was installed with."""

import sysconfig
from importlib.metadata import files
from pathlib import Path


def executable():
    """The path of `swiftlens`, beside the scripts of this environment or where the package's record says."""
    usual = Path(sysconfig.get_path("scripts")) / "swiftlens"
    recorded = (Path(file.locate()) for file in files("swiftlens") or [] if file.name == "swiftlens")
    for path in (*recorded, usual):
        if path.is_file():
            return str(path.resolve())
    raise FileNotFoundError(f"{usual} is not there; install the wheel again, from its file")
