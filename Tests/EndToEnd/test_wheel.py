"""The wheel that `make wheel` leaves in dist/, installed into a clean environment: `make test-wheel`."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
WHEELS = sorted((ROOT / "dist").glob("swiftlens-*.whl"))
IS_ASKED_FOR = os.environ.get("SWIFTLENS_TEST_WHEEL") == "1"
pytestmark = [
    pytest.mark.skipif(not IS_ASKED_FOR, reason="installing into a clean environment takes minutes: make test-wheel"),
    pytest.mark.skipif(not WHEELS, reason="no wheel in dist/: make wheel"),
]


def run(*command, cwd=None, **environment):
    # Nothing of this checkout or of the surrounding environment may help.
    kept = {name: value for name, value in os.environ.items() if name in ("HOME", "PATH", "LANG", "PIP_INDEX_URL", "TMPDIR")}
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=900, env={**kept, **environment}
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A virtual environment with the wheel, and the programs that open notebooks in the versions that the project pins."""
    prefix = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", prefix)
    pins = (ROOT / "Tools" / "setup" / "requirements.txt").read_text() + (ROOT / "Tools" / "setup" / "requirements-test.txt").read_text()
    wanted = [line for line in pins.splitlines() if line.split("==")[0] in ("jupyterlab", "nbconvert", "papermill")]
    run(prefix / "bin" / "pip", "install", "--quiet", WHEELS[-1], *wanted)
    return prefix


def test_its_name_says_what_it_needs():
    platform = WHEELS[-1].stem.split("-")[-1]
    assert platform.startswith("manylinux_2_34_")


def test_the_licences_of_its_libraries_are_in_it():
    names = zipfile.ZipFile(WHEELS[-1]).namelist()
    libraries = {Path(name).name.split(".so")[0] for name in names if "/lib/swiftlens/" in name}
    licences = " ".join(name for name in names if "/licenses/" in name)
    assert {"libzmq", "libsodium", "libopenblas"} <= libraries
    for word in ("LICENSE", "zmq", "sodium", "openblas", "swift.txt", "swift-syntax", "swift-argument-parser"):
        assert word in licences, word


def test_jupyter_shows_it_without_a_step(environment):
    shown = json.loads(run(environment / "bin" / "jupyter", "kernelspec", "list", "--json"))["kernelspecs"]
    assert Path(shown["swiftlens"]["resource_dir"]) == environment / "share" / "jupyter" / "kernels" / "swiftlens"


def test_it_loads_only_its_own_libraries_and_those_of_every_system(environment):
    for line in run("ldd", environment / "bin" / "swiftlens").splitlines():
        place = line.split("=>")[-1].split("(")[0].strip()
        if "libopenblas" in line or "libzmq" in line or "libsodium" in line:
            assert Path(place).resolve().parent == environment.resolve() / "lib" / "swiftlens", line
        assert "not found" not in line


def test_the_notebook_runs_from_another_folder(environment, tmp_path):
    notebook = tmp_path / "notebook.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / "ablation-experiment.ipynb").read_bytes())
    convert = [environment / "bin" / "jupyter", "nbconvert", "--to", "notebook", "--execute", "--output", "executed"]
    run(*convert, notebook, cwd=tmp_path)
    cells = nbformat.read(tmp_path / "executed.ipynb", as_version=4).cells
    outputs = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 8
    assert not [output for output in outputs if output.output_type == "error"]
    assert "say the same" in run(environment / "bin" / "swiftlens", "check", notebook, cwd="/")


def test_papermill_has_words_for_swift(environment, tmp_path):
    document = nbformat.v4.new_notebook()
    document.metadata.kernelspec = {"name": "swiftlens", "display_name": "SwiftLens", "language": "swift"}
    parameters = nbformat.v4.new_code_cell("let n = 1", metadata={"tags": ["parameters"]})
    document.cells = [parameters, nbformat.v4.new_code_cell("print(n * 2)")]
    nbformat.write(document, tmp_path / "in.ipynb")
    run(environment / "bin" / "python", "-m", "swiftlens.papermill", "in.ipynb", "out.ipynb", "-p", "n", "21", cwd=tmp_path)
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert cells[-1].outputs[0].text == "42\n"
    assert run(environment / "bin" / "python", "-m", "swiftlens", "--version") == run(
        environment / "bin" / "swiftlens", "--version"
    )


# In a system of which only Python and the wheel are there. What the folder is bound to goes with the process.
IN_DEBIAN = """
mount --bind /proc "$1/proc" && mount --bind /dev "$1/dev" && exec chroot "$1" /bin/sh -ec '
export PIP_CERT=/etc/ssl/certs/ca-certificates.crt LANG=C.UTF-8
python3 -m venv /v
/v/bin/pip install --quiet /study/*.whl jupyterlab nbconvert >&2
cd /study
/v/bin/jupyter nbconvert --to notebook --execute notebook.ipynb --output executed.ipynb >&2
/v/bin/swiftlens check notebook.ipynb
'"""


@pytest.mark.skipif(
    not shutil.which("debootstrap") or os.geteuid() != 0, reason="a bare Debian 13 is made by debootstrap, and by root")
def test_it_runs_in_a_bare_debian_13(tmp_path):
    system = tmp_path / "debian"
    packages = "python3,python3-venv,ca-certificates"
    run("debootstrap", "--variant=minbase", f"--include={packages}", "trixie", system, "http://deb.debian.org/debian")
    # The way to the packages' index is this machine's.
    for file in ("/etc/ssl/certs/ca-certificates.crt", "/etc/resolv.conf", "/etc/hosts"):
        shutil.copyfile(file, f"{system}{file}")
    (system / "study").mkdir()
    shutil.copy(WHEELS[-1], system / "study")
    shutil.copyfile(ROOT / "notebooks" / "ablation-experiment.ipynb", system / "study" / "notebook.ipynb")
    assert not (system / "usr" / "bin" / "cc").exists()
    said = run("unshare", "--mount", "--fork", "sh", "-c", IN_DEBIAN, "in-debian", system)
    assert "28 cells say the same" in said
    cells = nbformat.read(system / "study" / "executed.ipynb", as_version=4).cells
    outputs = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 8
