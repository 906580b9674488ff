"""What the end-to-end tests share: built executables, installed as kernels, over real sockets."""

import ctypes
import ctypes.util
import json
import os
import subprocess
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel
from languages import LANGUAGES
from sessions import Session

ROOT = Path(__file__).resolve().parents[2]
# Where the executables were built; another configuration is another folder.
BUILD = Path(os.environ.get("SWIFTLENS_BUILD", ROOT / ".build" / "release"))
ECHO_KERNEL = BUILD / "EchoKernel"
SWIFTLENS = BUILD / "swiftlens"


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


@pytest.fixture(params=LANGUAGES, ids=lambda language: language.kernel)
def language(request):
    """Each kernel in turn."""
    return request.param


@pytest.fixture
def session(language):
    """A fresh kernel with a front end."""
    manager, client = start_new_kernel(kernel_name=language.kernel, startup_timeout=60)
    yield Session(manager, client, language)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
