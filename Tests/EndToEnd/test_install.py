"""Installing the kernelspec, as a user does."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import SWIFTLENS, libzmq_has


def install(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "CONDA_PREFIX")}
    return subprocess.run(
        [SWIFTLENS, "install", *map(str, arguments)], capture_output=True, text=True, env=kept | environment
    )


def spec_in(data_folder):
    return json.loads((data_folder / "kernels" / "swiftlens" / "kernel.json").read_text())


def test_the_kernelspec_starts_this_executable(tmp_path):
    result = install("--prefix", tmp_path)
    assert result.returncode == 0, result.stderr
    spec = spec_in(tmp_path / "share" / "jupyter")
    assert Path(spec["argv"][0]).is_absolute() and Path(spec["argv"][0]).samefile(SWIFTLENS)
    assert "{connection_file}" in spec["argv"] and spec["language"] == "swift"
    folder = tmp_path / "share" / "jupyter" / "kernels" / "swiftlens"
    for logo in ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg"):
        assert (folder / logo).stat().st_size > 100


def test_the_notebooks_are_copied_and_what_is_there_stays(tmp_path):
    def notebooks(*arguments, succeeds=True):
        result = subprocess.run([SWIFTLENS, "notebooks", *arguments], capture_output=True, text=True, cwd=tmp_path)
        assert (result.returncode == 0) == succeeds, result.stderr
        return result.stdout + result.stderr

    (tmp_path / "attribution.ipynb").write_text("mine")
    assert "attribution.ipynb is there already" in notebooks()
    assert (tmp_path / "attribution.ipynb").read_text() == "mine"
    source = Path(__file__).resolve().parents[2] / "notebooks" / "ablation-experiment.ipynb"
    assert (tmp_path / "ablation-experiment.ipynb").read_bytes() == source.read_bytes()
    assert "a/b/real-model.ipynb" in notebooks("a/b")
    assert "cannot write to attribution.ipynb: " in notebooks("attribution.ipynb", succeeds=False)


def test_encryption_is_declared_only_where_it_is_to_be_had(tmp_path):
    install("--prefix", tmp_path)
    declared = spec_in(tmp_path / "share" / "jupyter").get("metadata", {}).get("supported_encryption", [])
    assert ("curve" in declared) == libzmq_has("curve")


def test_a_second_install_says_that_it_replaces(tmp_path):
    install("--prefix", tmp_path)
    again = install("--prefix", tmp_path)
    assert again.returncode == 0 and "Replaced" in again.stdout


@pytest.mark.parametrize(
    "environment, folder",
    [
        ({"HOME": "{}"}, ".local/share/jupyter"),
        ({"HOME": "/nowhere", "XDG_DATA_HOME": "{}"}, "jupyter"),
        ({"HOME": "/nowhere", "JUPYTER_DATA_DIR": "{}"}, ""),
    ],
)
def test_for_the_user_is_where_jupyter_looks(tmp_path, environment, folder):
    cleared = {"XDG_DATA_HOME": "", "JUPYTER_DATA_DIR": ""}
    result = install("--user", **cleared | {k: v.format(tmp_path) for k, v in environment.items()})
    assert result.returncode == 0, result.stderr
    assert spec_in(tmp_path / folder)["language"] == "swift"


@pytest.mark.parametrize("variable", ["VIRTUAL_ENV", "CONDA_PREFIX"])
def test_sys_prefix_is_the_active_environment(tmp_path, variable):
    assert install("--sys-prefix", **{variable: str(tmp_path)}).returncode == 0
    assert spec_in(tmp_path / "share" / "jupyter")["language"] == "swift"


@pytest.mark.parametrize("arguments", [[], ["--user", "--sys-prefix"], ["--user", "--prefix", "x"]])
def test_one_place_must_be_chosen(arguments):
    result = install(*arguments)
    assert result.returncode != 0
    assert "--user" in result.stderr and "--sys-prefix" in result.stderr and "--prefix" in result.stderr


@pytest.mark.parametrize("prefix", ["", "  "])
def test_an_empty_prefix_is_no_place(prefix, tmp_path):
    result = subprocess.run(
        [SWIFTLENS, "install", "--prefix", prefix], capture_output=True, text=True, cwd=tmp_path)
    assert result.returncode != 0 and "--prefix" in result.stderr and "folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_an_environment_sys_prefix_names_the_way_out():
    result = install("--sys-prefix", VIRTUAL_ENV="")
    assert result.returncode != 0 and "--prefix" in result.stderr


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    result = install("--prefix", tmp_path / "file")
    assert result.returncode != 0 and str(tmp_path / "file") in result.stderr and "Not a directory" in result.stderr


def test_the_executable_starts_on_systems_with_glibc_2_34():
    if shutil.which("objdump") is None:
        pytest.skip("objdump, which tells the versions of symbols, is not there")
    symbols = subprocess.run(["objdump", "-T", SWIFTLENS], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r"\(GLIBC_2\.(\d+)\S*\)\s+(\S+)", symbols)
    assert needed and [symbol for version, symbol in needed if int(version) > 34] == []
