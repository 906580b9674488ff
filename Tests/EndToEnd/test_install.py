"""Installing the kernelspec, as a user does."""

import json
import subprocess
from pathlib import Path


def install(executable, *arguments):
    return subprocess.run([executable, "install", *arguments], capture_output=True, text=True)


def test_install_writes_a_kernelspec_that_starts_this_executable(executable, tmp_path):
    result = install(executable, "--prefix", tmp_path)
    assert result.returncode == 0, result.stderr
    folder = tmp_path / "share" / "jupyter" / "kernels" / "swiftlens"
    spec = json.loads((folder / "kernel.json").read_text())
    assert Path(spec["argv"][0]).is_absolute() and Path(spec["argv"][0]).samefile(executable)
    assert "{connection_file}" in spec["argv"]
    assert spec["language"] == "swift"
    for logo in ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg"):
        assert (folder / logo).stat().st_size > 100


def test_a_second_install_says_that_it_replaces(executable, tmp_path):
    install(executable, "--prefix", tmp_path)
    again = install(executable, "--prefix", tmp_path)
    assert again.returncode == 0
    assert "replac" in (again.stdout + again.stderr).lower()


def test_two_places_at_once_is_an_error_that_names_the_choices(executable, tmp_path):
    result = install(executable, "--user", "--prefix", tmp_path)
    assert result.returncode != 0
    assert "--user" in result.stderr and "--prefix" in result.stderr
