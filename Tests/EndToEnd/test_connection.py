"""How a kernel starts and ends: what it binds, what it refuses, and whom it outlives."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time

import pytest
import zmq
from conftest import libzmq_has, wait_until
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from languages import cell
from sessions import PATIENCE, Session

CHANNELS = ("shell", "iopub", "stdin", "control", "hb")


class Process:
    """A kernel started by hand with a connection file of our own."""

    def __init__(self, language, path):
        argv = KernelSpecManager().get_kernel_spec(language.kernel).argv
        arguments = [str(path) if word == "{connection_file}" else word for word in argv]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def __enter__(self):
        return self.process

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def connection_file(tmp_path, **changes):
    """A connection file with chosen ports, and its members."""
    path, members = write_connection_file(str(tmp_path / "connection.json"), ip="127.0.0.1", key=b"secret")
    members |= changes
    path = tmp_path / "connection.json"
    path.write_text(json.dumps(members))
    path.chmod(0o600)
    return path, members


def client_of(path):
    client = BlockingKernelClient(connection_file=str(path))
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    return client


def refusal(language, path):
    """What a kernel that does not start says."""
    with Process(language, path) as process:
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode not in (0, None) and process.returncode > 0
        return said


def runs_a_cell(client, language):
    return Session(None, client, language).run(cell(language.value, 7)).value == "7"


def test_outputs_of_a_first_cell_reach_a_front_end_that_connects_its_channels_one_by_one(language, tmp_path):
    path, _ = connection_file(tmp_path)
    with Process(language, path):
        client = BlockingKernelClient(connection_file=str(path))
        client.load_connection_file()
        client.start_channels(iopub=False, stdin=False, hb=False)
        client.kernel_info()
        time.sleep(0.5)  # long enough for most kernels to be there; a slow one only makes this test easier
        client.start_channels(shell=False, stdin=False, hb=False, control=False)
        client.get_shell_msg(timeout=60)
        client.execute(cell(language.value, 12))
        heard = []
        while heard.count("idle") < 2:
            message = client.get_iopub_msg(timeout=60)
            heard.append(message["content"].get("execution_state") or message["header"]["msg_type"])
        client.stop_channels()
    assert "execute_result" in heard


def test_ports_that_the_file_leaves_open_are_written_back(language, tmp_path):
    path, _ = connection_file(tmp_path, **{f"{channel}_port": 0 for channel in CHANNELS})
    with Process(language, path):
        wait_until(lambda: all(json.loads(path.read_text() or "{}").get(f"{c}_port") for c in CHANNELS))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        client = client_of(path)
        assert runs_a_cell(client, language)
        client.stop_channels()


def test_only_the_address_of_the_file_is_bound(language, tmp_path):
    path, members = connection_file(tmp_path)
    with Process(language, path) as process:
        client_of(path).stop_channels()
        addresses = {address for address, _ in listening(process.pid)}
        ports = {port for _, port in listening(process.pid)}
    assert addresses == {"0100007F"}  # 127.0.0.1 as the system spells it
    assert ports == {members[f"{channel}_port"] for channel in CHANNELS}


def listening(pid):
    """The addresses and ports on which a process listens."""
    inodes = set()
    for entry in os.scandir(f"/proc/{pid}/fd"):
        try:
            target = os.readlink(entry.path)
        except FileNotFoundError:
            continue  # closed in between: the front end has just left
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = set()
    for table in ("tcp", "tcp6"):
        for line in open(f"/proc/{pid}/net/{table}").readlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                address, port = fields[1].split(":")
                found.add((address, int(port, 16)))
    return found


def test_a_port_that_is_taken_ends_the_start_with_a_clear_line(language, tmp_path):
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    path, _ = connection_file(tmp_path, control_port=taken.getsockname()[1])
    said = refusal(language, path)
    assert "control" in said and "in use" in said
    taken.close()


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"signature_scheme": "hmac-crc32"}, "hmac-crc32"),
        ({"transport": "udp"}, "udp"),
        ({"shell_port": "many"}, "shell_port"),
        ({"ip": ""}, "ip"),
        ({"curve_publickey": "x" * 40}, "curve"),
    ],
)
def test_a_file_that_asks_for_what_is_not_known_is_refused(language, tmp_path, changes, expected):
    path, _ = connection_file(tmp_path, **changes)
    assert expected in refusal(language, path)


def test_a_file_that_is_not_there_or_no_json_is_refused(language, tmp_path):
    assert "missing.json" in refusal(language, tmp_path / "missing.json")
    (tmp_path / "broken.json").write_text("{")
    refusal(language, tmp_path / "broken.json")


def test_a_key_that_others_can_read_is_warned_about(language, tmp_path):
    path, _ = connection_file(tmp_path)
    path.chmod(0o644)
    with Process(language, path) as process:
        client = client_of(path)
        client.shutdown()
        _, said = process.communicate(timeout=PATIENCE)
        client.stop_channels()
    assert "644" in said and "chmod 600" in said


def test_an_empty_key_means_no_signatures(language, tmp_path):
    path, _ = connection_file(tmp_path, key="")
    with Process(language, path):
        client = client_of(path)
        assert runs_a_cell(client, language)
        client.stop_channels()


def test_paths_serve_as_well_as_ports(language, tmp_path):
    manager = KernelManager(kernel_name=language.kernel, transport="ipc", ip=str(tmp_path / "k"))
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    assert runs_a_cell(client, language)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.mark.skipif(not (libzmq_has("curve") and zmq.has("curve")), reason="libzmq was built without CurveZMQ")
def test_keys_in_the_file_encrypt_the_sockets(language):
    manager = KernelManager(kernel_name=language.kernel, transport_encryption="required")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    assert runs_a_cell(client, language)
    assert is_silent_to_a_stranger(manager.get_connection_info())
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def is_silent_to_a_stranger(info):
    """Whether a socket without the keys gets no answer."""
    context = zmq.Context()
    stranger = context.socket(zmq.REQ)
    stranger.linger = 0
    stranger.connect(f"tcp://{info['ip']}:{info['hb_port']}")
    stranger.send(b"hello", zmq.DONTWAIT) if stranger.poll(500, zmq.POLLOUT) else None
    silent = not stranger.poll(500, zmq.POLLIN)
    stranger.close()
    context.term()
    return silent


def test_a_kernel_ends_when_its_parent_dies(language):
    program = (
        "import sys, time\n"
        "from jupyter_client.manager import start_new_kernel\n"
        "manager, client = start_new_kernel(kernel_name=sys.argv[1])\n"
        "client.execute(sys.argv[2])\n"
        "print(manager.provisioner.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    arguments = [sys.executable, "-c", program, language.kernel, language.endless]
    parent = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    kernel = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    try:
        wait_until(lambda: not lives(kernel))
    finally:
        if lives(kernel):
            os.kill(kernel, signal.SIGKILL)


def lives(pid):
    """Whether a process runs; one that has ended and waits for its parent does not."""
    try:
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
