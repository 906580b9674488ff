"""What the end-to-end tests share: built executables, installed as kernels, over real sockets."""

import json
import os
import re
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parents[2]
ECHO_KERNEL = ROOT / ".build" / "release" / "EchoKernel"


@pytest.fixture(scope="session", autouse=True)
def installed_echo_kernel(tmp_path_factory):
    """A kernelspec for the smallest kernel on this core, in a folder of its own."""
    assert ECHO_KERNEL.exists(), f"{ECHO_KERNEL} is missing: run `make build` first"
    prefix = tmp_path_factory.mktemp("jupyter")
    folder = prefix / "kernels" / "echo"
    folder.mkdir(parents=True)
    spec = {"argv": [str(ECHO_KERNEL), "{connection_file}"], "display_name": "Echo", "language": "echo"}
    (folder / "kernel.json").write_text(json.dumps(spec))
    os.environ["JUPYTER_PATH"] = str(prefix)
    return prefix


class Session:
    """A kernel and the messages of its cells."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    def run(self, code, timeout=60, **options):
        """Runs a cell and returns what came back."""
        return self.collect(self.client.execute(code, **options), timeout)

    def collect(self, message_id, timeout=60):
        """What came back for a request that was sent before."""
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
        lines = [line for k, c in self.outputs if k == "error" for line in c["traceback"] or [c["evalue"]]]
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines))

    @property
    def value(self):
        """The text/plain form of the cell's value."""
        for kind, content in self.outputs:
            if kind == "execute_result":
                return content["data"]["text/plain"]
        return None


@pytest.fixture
def echo():
    """A fresh echo kernel."""
    manager, client = start_new_kernel(kernel_name="echo", startup_timeout=60)
    yield Session(manager, client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
