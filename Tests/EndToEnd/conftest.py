"""What the end-to-end tests share: built executables, installed as kernels, over real sockets."""

import ctypes
import ctypes.util
import json
import os
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel
from languages import LANGUAGES
from sessions import PATIENCE, Session

ROOT = Path(__file__).resolve().parents[2]
# Where the executables were built; another configuration is another folder.
BUILD = Path(os.environ.get("SWIFTLENS_BUILD", ROOT / ".build" / "release"))
ECHO_KERNEL = BUILD / "EchoKernel"
SWIFTLENS = BUILD / "swiftlens"


# Files whose tests start no kernel through Jupyter.
WITHOUT_KERNELS = {
    f"test_{name}.py" for name in ("check", "documentation", "install", "notebook_program", "parameters", "pictures", "real_model",
                                   "real_vocabularies", "run", "setup", "sweeps")
}  # fmt: skip


def pytest_collection_modifyitems(items):
    """Says what may run beside what, where tests are shared by several workers (`--dist loadgroup`).

    Jupyter looks for free ports and closes them again before the kernel binds them. Two workers that do so at the same time
    can come upon the same ones, so one worker has all the files whose tests start kernels.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(item.path.name if item.path.name in WITHOUT_KERNELS else "kernels"))


@pytest.fixture(scope="session", autouse=True)
def kernels(tmp_path_factory):
    """A folder of its own in which Jupyter finds the kernels under test."""
    prefix = tmp_path_factory.mktemp("jupyter")
    install_echo(prefix / "share" / "jupyter" / "kernels" / "echo")
    subprocess.run([SWIFTLENS, "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
    os.environ["JUPYTER_PATH"] = str(prefix / "share" / "jupyter")
    return prefix


def install_echo(folder):
    """A kernelspec for the smallest kernel on this core."""
    assert ECHO_KERNEL.exists(), f"{ECHO_KERNEL} is missing: run `make build` first"
    folder.mkdir(parents=True)
    spec = {
        "argv": [str(ECHO_KERNEL), "{connection_file}"],
        "display_name": "Echo",
        "language": "echo",
        "metadata": {"supported_encryption": ["curve"] if libzmq_has("curve") else []},
    }
    (folder / "kernel.json").write_text(json.dumps(spec))


def libzmq_has(feature):
    """Whether the libzmq that the kernels use was built with that feature."""
    path = ctypes.util.find_library("zmq")
    return path is not None and ctypes.CDLL(path).zmq_has(feature.encode()) == 1


def wait_until(is_done):
    """Waits for what comes, and no longer than patience lasts."""
    end = time.monotonic() + PATIENCE
    while not is_done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda language: language.kernel)
def language(request):
    """Each kernel in turn."""
    return request.param


@contextmanager
def running(language):
    """A kernel with a front end, as long as it is needed."""
    manager, client = start_new_kernel(kernel_name=language.kernel, startup_timeout=PATIENCE)
    try:
        yield Session(manager, client, language)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.fixture
def session(language):
    """A fresh kernel with a front end."""
    with running(language) as session:
        yield session


@pytest.fixture(scope="module")
def kernel_in_use(language):
    """Gives the kernel that a file's tests share; another one when a test has ended it."""
    with ExitStack() as kernels:
        session = None

        def current():
            nonlocal session
            if session is None or not session.manager.is_alive():
                session = kernels.enter_context(running(language))
            return session

        yield current


@pytest.fixture
def shared(kernel_in_use):
    """A kernel with a front end for a test that needs no fresh one and leaves it idle."""
    return kernel_in_use()
