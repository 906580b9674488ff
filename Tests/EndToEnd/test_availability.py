"""Who has no key, or does not read, costs the others nothing."""

import os
import subprocess
import threading
import time

import pytest
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from languages import cell
from test_connection import client_of, connection_file, runs_a_cell


def address(session, channel):
    info = session.manager.get_connection_info()
    return f"tcp://{info['ip']}:{info[channel + '_port']}"


@pytest.fixture
def context():
    context = zmq.Context()
    yield context
    context.destroy(linger=0)


JUNK = [[b"junk"], [b"a", b"b"], [b""], [b"", b"", b"", b"", b"", b""], [b"x" * 100_000], [b"x"] * 500]


@pytest.mark.parametrize("junk", JUNK, ids=["one", "two", "empty", "empties", "large", "many"])
def test_a_stranger_on_the_heartbeat_costs_nobody_a_beat(session, context, junk):
    stop = threading.Event()

    def flood():
        socket = context.socket(zmq.DEALER)
        socket.linger, socket.sndhwm = 0, 100
        socket.connect(address(session, "hb"))
        while not stop.is_set():
            try:
                socket.send_multipart(junk, zmq.DONTWAIT)
            except zmq.Again:
                time.sleep(0.001)
        socket.close()

    stranger = threading.Thread(target=flood)
    stranger.start()
    try:
        heart = context.socket(zmq.REQ)
        heart.connect(address(session, "hb"))
        for number in range(50):
            beat = b"beat %d" % number
            heart.send(beat)
            assert heart.poll(3000), f"beat {number} was lost"
            assert heart.recv() == beat
        assert session.lives()
    finally:
        stop.set()
        stranger.join()


def test_unsigned_messages_do_not_stop_a_kernel_whose_log_nobody_reads(language, tmp_path, context):
    path, members = connection_file(tmp_path)
    argv = KernelSpecManager().get_kernel_spec(language.kernel).argv
    reader, writer = os.pipe()
    arguments = [str(path) if word == "{connection_file}" else word for word in argv]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=writer)
    os.close(writer)
    try:
        client = client_of(path)
        for channel in ("shell", "control", "stdin"):
            socket = context.socket(zmq.DEALER)
            socket.connect(f"tcp://127.0.0.1:{members[channel + '_port']}")
            for number in range(4000):
                socket.send_multipart([b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b"%d" % number])
        assert runs_a_cell(client, language)
        client.stop_channels()
        os.set_blocking(reader, False)
        assert len(os.read(reader, 1 << 20)) < 20_000
    finally:
        process.kill()
        process.wait()
        os.close(reader)


def memory(session):
    """What the kernel holds, in MiB."""
    for line in open(f"/proc/{session.manager.provisioner.pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def test_a_subscriber_that_does_not_read_costs_little(session, context):
    deaf = context.socket(zmq.SUB)
    deaf.rcvhwm = 1
    deaf.setsockopt(zmq.RCVBUF, 4096)
    deaf.subscribe(b"")
    deaf.connect(address(session, "iopub"))
    # One that asks for many displays is slowed down, so this is a matter of numbers: what each of them costs.
    session.run(cell(session.language.shows, 500))
    before = memory(session)
    for _ in range(8):
        session.run(cell(session.language.shows, 500))
    assert memory(session) - before < 60
    assert session.lives()


def test_who_reads_loses_nothing_beside_one_who_does_not(session, context):
    deaf = context.socket(zmq.SUB)
    deaf.rcvhwm = 1
    deaf.subscribe(b"")
    deaf.connect(address(session, "iopub"))
    for _ in range(3):
        assert session.run(cell(session.language.count, 20000)).stdout == "".join(f"{n}\n" for n in range(20000))
