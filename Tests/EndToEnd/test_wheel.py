"""The wheel that `make wheel` leaves in dist/, installed into a clean environment: `make test-wheel`."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import nbformat
import pytest
from browser import CHROMIUM, Page, Server

ROOT = Path(__file__).resolve().parents[2]
WHEELS = sorted((ROOT / "dist").glob("swiftlens-*.whl"))
IS_ASKED_FOR = os.environ.get("SWIFTLENS_TEST_WHEEL") == "1"
pytestmark = [
    pytest.mark.skipif(not IS_ASKED_FOR, reason="installing into a clean environment takes minutes: make test-wheel"),
    pytest.mark.skipif(not WHEELS, reason="no wheel in dist/: make wheel"),
]


# Nothing of this checkout or of the surrounding environment may help.
KEPT = {name: value for name, value in os.environ.items() if name in ("HOME", "PATH", "LANG", "PIP_INDEX_URL", "TMPDIR")}
# Where pictures of the browser are left, to be looked at.
PICTURES = ROOT / "build" / "wheel"


def run(*command, cwd=None, **environment):
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=900, env={**KEPT, **environment}
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
    assert not {"libgfortran", "libquadmath"} & libraries
    # OpenBLAS's own terms, and those of the LAPACK in it.
    openblas = next(name for name in names if name.endswith("openblas.txt"))
    terms = zipfile.ZipFile(WHEELS[-1]).read(openblas).decode()
    assert "The OpenBLAS Project" in terms and "University of Tennessee" in terms


# Products, singular values and eigenvalues, with all their digits.
NUMBERS = """import SwiftLens
manualSeed(7)
let a = Tensor.randn([161, 140]), b = Tensor.randn([140, 161])
print(a.matmul(b).toArray())
let both = FactoredMatrix(a, b)
let (u, s, v) = try both.svd()
print(u.toArray(), s.toArray(), v.toArray())
let values = try both.eigenvalues()
print(values.real.toArray(), values.imaginary.toArray())
"""


def test_its_openblas_gives_the_numbers_of_the_system_s(environment, tmp_path):
    if os.environ.get("SWIFTLENS_BUILD") is None:
        pytest.skip("SWIFTLENS_BUILD does not say where the executable with the system's libraries is")
    (tmp_path / "numbers.swift").write_text(NUMBERS)
    system = Path(os.environ["SWIFTLENS_BUILD"]) / "swiftlens"
    # What this machine takes by itself, and the kinds of processors whose instructions it has.
    has = set(Path("/proc/cpuinfo").read_text().split())
    kinds = {"Prescott": "pni", "Nehalem": "sse4_2", "Sandybridge": "avx", "Haswell": "avx2", "Zen": "avx2", "SkylakeX": "avx512bw"}
    for kind in ["", *(kind for kind, instructions in kinds.items() if instructions in has)]:
        chosen = {"OPENBLAS_NUM_THREADS": "1", **({"OPENBLAS_CORETYPE": kind} if kind else {})}
        both = [
            run(path, "run", tmp_path / "numbers.swift", **chosen) for path in (system, environment / "bin" / "swiftlens")
        ]
        assert both[0] == both[1] and len(both[0]) > 100_000, kind


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


CURRENT = "window.jupyterapp.shell.currentWidget"
KERNEL = f"{CURRENT}.sessionContext.session.kernel"
WITH_PICTURES = "[...document.querySelectorAll('.jp-OutputArea-output')].filter(output => output.querySelector('img, canvas'))"
# Of each output with pictures: how wide and high each is drawn, and whether its image has come.
DRAWN = f"""{WITH_PICTURES}.map(output => [...output.querySelectorAll('img, canvas')].map(image => {{
    const box = image.getBoundingClientRect()
    return [box.width, box.height, image.tagName == 'CANVAS' || image.complete && image.naturalWidth > 0]
}}))"""


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_jupyterlab_in_a_browser_shows_the_launcher_and_the_pictures(environment, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    kept = {**KEPT, "PATH": f"{environment / 'bin'}:/usr/bin:/bin"}
    with Server(environment / "bin" / "jupyter", folder, tmp_path, kept) as server, Page(tmp_path) as page:
        page.open(server.page("lab"))
        shown = "[...document.querySelectorAll('.jp-LauncherCard')].map(card => card.innerText.trim()).filter(text => text == 'SwiftLens')"
        page.wait(f"{shown}.length > 0", 90)
        # Among the notebooks and among the consoles, each with its logo.
        logos = "[...document.querySelectorAll('.jp-LauncherCard img')].filter(image => /kernelspecs.swiftlens/.test(image.src) && image.complete && image.naturalWidth > 0)"
        page.wait(f"{logos}.length >= 2", 30)
        page.picture(PICTURES / "launcher.png")

        assert "ablation-experiment.ipynb" in run(environment / "bin" / "swiftlens", "notebooks", cwd=folder)
        page.open(server.page("lab/tree/ablation-experiment.ipynb"))
        page.wait(f"{CURRENT}.context.path == 'ablation-experiment.ipynb' && {KERNEL}.status == 'idle'", 90)
        page.value("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
        page.wait("document.querySelectorAll('.jp-OutputArea-output').length == 0", 30)
        # As by its menu: Run, Run All Cells.
        page.value("(window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => window.allHaveRun = true), 0)")
        page.wait(f"window.allHaveRun && {KERNEL}.status == 'idle'", 300)
        page.wait(f"{DRAWN}.length == 8", 60)
        for images in page.value(DRAWN):
            assert any(wide > 200 and high > 200 and has_come for wide, high, has_come in images), images
        assert page.value("document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.error\"]').length") == 0
        for number in range(8):
            page.value(f"{WITH_PICTURES}[{number}].scrollIntoView({{block: 'center'}})")
            time.sleep(0.5)
            left, top, width, height = page.value(f"(box => [box.left, box.top, box.width, box.height])({WITH_PICTURES}[{number}].getBoundingClientRect())")
            assert top >= 0 and top + height <= 1000
            clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
            page.picture(PICTURES / f"picture-{number + 1}.png", clip)
        page.picture(PICTURES / "notebook.png")
        assert page.problems == []


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


@pytest.fixture(scope="module")
def debian(tmp_path_factory):
    """The folder of a Debian 13 that has Python, and no compiler."""
    if not shutil.which("debootstrap") or os.geteuid() != 0:
        pytest.skip("a bare Debian 13 is made by debootstrap, and by root")
    system = tmp_path_factory.mktemp("debian")
    packages = "python3,python3-venv,ca-certificates"
    run("debootstrap", "--variant=minbase", f"--include={packages}", "trixie", system, "http://deb.debian.org/debian")
    # The way to the packages' index is this machine's.
    for file in ("/etc/ssl/certs/ca-certificates.crt", "/etc/resolv.conf", "/etc/hosts"):
        shutil.copyfile(file, f"{system}{file}")
    assert not (system / "usr" / "bin" / "cc").exists()
    yield system
    shutil.rmtree(system, ignore_errors=True)


def test_it_runs_in_a_bare_debian_13(debian):
    (debian / "study").mkdir()
    shutil.copy(WHEELS[-1], debian / "study")
    shutil.copyfile(ROOT / "notebooks" / "ablation-experiment.ipynb", debian / "study" / "notebook.ipynb")
    said = run("unshare", "--mount", "--fork", "sh", "-c", IN_DEBIAN, "in-debian", debian)
    assert "28 cells say the same" in said
    cells = nbformat.read(debian / "study" / "executed.ipynb", as_version=4).cells
    outputs = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 8


@pytest.fixture
def buildah(tmp_path):
    """Runs buildah on images of this test's own, in the way that needs nothing of the system but root."""
    if not shutil.which("buildah"):
        pytest.skip("images are built by buildah, which is not installed")
    store = ["--root", tmp_path / "images", "--runroot", tmp_path / "run", "--storage-driver", "vfs"]

    def command(verb, *rest):
        how = ["--isolation", "chroot"] if verb in ("build", "run") else []
        return ["buildah", *(str(part) for part in store), verb, *how, *(str(part) for part in rest)]

    yield command
    run(*command("rm", "--all"))
    # Each layer is a whole system.
    shutil.rmtree(tmp_path / "images")


def test_the_image_of_the_dockerfile_runs_the_notebook_and_answers(debian, buildah, tmp_path):
    """On a Debian with Python that goes by the name of the image which the Dockerfile begins with."""
    run("tar", "-C", debian, "--exclude=./study", "--exclude=./v", "--exclude=./proc/*", "--exclude=./dev/*", "-cf", tmp_path / "base.tar", ".")
    base = run(*buildah("from", "scratch")).strip()
    run(*buildah("add", base, tmp_path / "base.tar", "/"))
    run(*buildah("run", base, "--", "python3", "-m", "venv", "/usr/local"))
    path = "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    run(*buildah("config", "--env", path, "--env", "PIP_CERT=/etc/ssl/certs/ca-certificates.crt", base))
    begins = re.search(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(), re.MULTILINE).group(1)
    run(*buildah("commit", "--quiet", base, f"docker.io/library/{begins}"))
    run(*buildah("build", "--pull-never", "--tag", "swiftlens", ROOT))

    container = run(*buildah("from", "--pull-never", "localhost/swiftlens")).strip()
    assert run(*buildah("run", container, "--", "id", "-un")).strip() == "reader"
    study = "jupyter nbconvert --to notebook --execute notebooks/ablation-experiment.ipynb --output executed && swiftlens check notebooks/executed.ipynb"
    assert "28 cells say the same" in run(*buildah("run", container, "--", "sh", "-ec", study))

    starts = json.loads(re.search(r"^CMD (.*)", (ROOT / "Dockerfile").read_text(), re.MULTILINE).group(1))
    port = free_port()
    log = open(tmp_path / "lab.log", "w")
    lab = subprocess.Popen(
        buildah("run", container, "--", *starts, f"--port={port}", "--IdentityProvider.token=here"),
        stdout=log, stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    try:
        specs = json.loads(answer(f"http://127.0.0.1:{port}/api/kernelspecs?token=here", lab))
        assert specs["kernelspecs"]["swiftlens"]["spec"]["language"] == "swift"
        files = json.loads(answer(f"http://127.0.0.1:{port}/api/contents?token=here", lab))["content"]
        assert "ablation-experiment.ipynb" in [file["name"] for file in files]
    finally:
        os.killpg(lab.pid, signal.SIGKILL)
        lab.wait()


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def answer(address, server):
    """What a server says, which may still be starting."""
    for _ in range(240):
        try:
            return urllib.request.urlopen(address, timeout=10).read()
        except OSError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")


def test_binder_s_files_install_it(tmp_path):
    binder = tmp_path / "binder"
    shutil.copytree(ROOT / "binder", binder)
    run(sys.executable, "-m", "venv", tmp_path / "environment")
    path = f"{tmp_path / 'environment' / 'bin'}:/usr/bin:/bin"
    without = subprocess.run(["sh", binder / "postBuild"], env={**KEPT, "PATH": path}, capture_output=True, text=True)
    assert without.returncode == 1 and "holds no wheel" in without.stderr
    shutil.copy(WHEELS[-1], binder)
    run(binder / "postBuild", PATH=path)
    assert (tmp_path / "environment" / "share" / "jupyter" / "kernels" / "swiftlens" / "kernel.json").exists()
    # Names are looked up in an index, where this one is another project's.
    names = [line.split("==")[0] for line in (binder / "requirements.txt").read_text().splitlines()]
    assert names == ["jupyterlab"]
