"""What the end-to-end tests share: the real executable, installed as a kernel, over real sockets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parents[2]
EXECUTABLE = ROOT / ".build" / "release" / "swiftlens"
KERNEL_NAME = "swiftlens"


@pytest.fixture(scope="session")
def executable() -> Path:
    assert EXECUTABLE.exists(), f"{EXECUTABLE} is missing: run `make build` first"
    return EXECUTABLE


@pytest.fixture(scope="session", autouse=True)
def installed_kernel(executable, tmp_path_factory):
    """Installs the kernelspec into a folder of its own, so that no test depends on what the machine has."""
    prefix = tmp_path_factory.mktemp("prefix")
    subprocess.run([executable, "install", "--prefix", prefix], check=True, capture_output=True)
    os.environ["JUPYTER_PATH"] = str(prefix / "share" / "jupyter")
    return prefix


class Session:
    """A kernel and the messages of its cells."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    def run(self, code, timeout=120, **options):
        """Runs a cell and returns what came back."""
        message_id = self.client.execute(code, **options)
        return self.collect(message_id, timeout)

    def collect(self, message_id, timeout=120):
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                break
            outputs.append((kind, content))
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                return CellResult(reply["content"], outputs)


class CellResult:
    """A cell's reply and its outputs."""

    def __init__(self, reply, outputs):
        self.reply, self.outputs = reply, outputs

    @property
    def status(self):
        return self.reply["status"]

    @property
    def stdout(self):
        return "".join(c["text"] for k, c in self.outputs if k == "stream" and c["name"] == "stdout")

    @property
    def error(self):
        """The text of the error as a front end shows it, without colours."""
        import re

        lines = [line for k, c in self.outputs if k == "error" for line in c["traceback"] or [c["evalue"]]]
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines))

    @property
    def value(self):
        """The text/plain form of the cell's value."""
        for kind, content in self.outputs:
            if kind == "execute_result":
                return content["data"]["text/plain"]
        return None

    def bundles(self):
        return [c["data"] for k, c in self.outputs if k in ("execute_result", "display_data")]


def new_session(**options):
    manager, client = start_new_kernel(kernel_name=KERNEL_NAME, startup_timeout=60, cwd=str(ROOT / "notebooks"), **options)
    return Session(manager, client)


@pytest.fixture
def session():
    """A fresh kernel."""
    session = new_session()
    yield session
    session.client.stop_channels()
    session.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def model_session():
    """A kernel with the embedded model loaded, shared by the tests of a file."""
    session = new_session()
    loaded = session.run('let model = try HookedTransformer.fromPretrained("tiny-ioi")')
    assert loaded.status == "ok", loaded.error
    yield session
    session.client.stop_channels()
    session.manager.shutdown_kernel(now=True)
