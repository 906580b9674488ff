"""Who has no key, or does not read, costs the others nothing."""

import os
import socket
import subprocess
import threading
import time

import pytest
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from languages import cell
from sessions import PATIENCE
from test_connection import client_of, connection_file, runs_a_cell


def address(session, channel):
    info = session.manager.get_connection_info()
    return f"tcp://{info['ip']}:{info[channel + '_port']}"


@pytest.fixture
def context():
    context = zmq.Context()
    yield context
    context.destroy(linger=0)


JUNK = {
    "one": [b"junk"],
    "two": [b"a", b"b"],
    "empty": [b""],
    "empties": [b""] * 6,
    "large": [b"x" * 100_000],
    "large beats": [b"", b"x" * 1_000_000],
    "beats": [b"", b"beat"],
    "many": [b"x"] * 500,
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK.keys())
def test_a_stranger_on_the_heartbeat_costs_nobody_a_beat(shared, context, junk):
    stop = threading.Event()

    def flood():
        sender = context.socket(zmq.DEALER)
        sender.linger, sender.sndhwm = 0, 100
        sender.connect(address(shared, "hb"))
        while not stop.is_set():
            try:
                sender.send_multipart(junk, zmq.DONTWAIT)
            except zmq.Again:
                time.sleep(0.001)
        sender.close()

    stranger = threading.Thread(target=flood)
    stranger.start()
    try:
        heart = context.socket(zmq.REQ)
        heart.connect(address(shared, "hb"))
        for number in range(50):
            beat = b"beat %d" % number
            heart.send(beat)
            assert heart.poll(1000 * PATIENCE), f"beat {number} was lost"
            assert heart.recv() == beat
        assert shared.lives()
    finally:
        stop.set()
        stranger.join()


def test_bytes_that_are_no_message_cost_nobody_a_beat(shared, context):
    info = shared.manager.get_connection_info()
    strangers = []
    heart = context.socket(zmq.REQ)
    heart.connect(address(shared, "hb"))
    for number in range(30):
        stranger = socket.create_connection((info["ip"], info["hb_port"]))
        stranger.sendall(os.urandom(2000) if number % 2 else b"GET / HTTP/1.1\r\n\r\n")
        strangers.append(stranger)
        heart.send(b"beat")
        assert heart.poll(1000 * PATIENCE) and heart.recv() == b"beat", f"beat {number} was lost"
    for stranger in strangers:
        stranger.close()
    assert shared.lives()


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
            sender = context.socket(zmq.DEALER)
            sender.connect(f"tcp://127.0.0.1:{members[channel + '_port']}")
            for number in range(4000):
                sender.send_multipart([b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b"%d" % number])
        assert runs_a_cell(client, language)
        client.stop_channels()
        os.set_blocking(reader, False)
        assert len(os.read(reader, 1 << 20)) < 20_000
    finally:
        process.kill()
        process.wait()
        os.close(reader)


def test_a_subscriber_that_does_not_read_costs_little(session, context):
    deaf = context.socket(zmq.SUB)
    deaf.rcvhwm = 1
    deaf.setsockopt(zmq.RCVBUF, 4096)
    deaf.subscribe(b"")
    deaf.connect(address(session, "iopub"))
    # One that asks for many displays is slowed down, so this is a matter of numbers: what each of them costs.
    session.run(cell(session.language.shows, 500))
    before = session.memory
    for _ in range(8):
        session.run(cell(session.language.shows, 500))
    assert session.memory - before < 60
    assert session.lives()


def test_who_reads_loses_nothing_beside_one_who_does_not(shared, context):
    deaf = context.socket(zmq.SUB)
    deaf.rcvhwm = 1
    deaf.subscribe(b"")
    deaf.connect(address(shared, "iopub"))
    for _ in range(3):
        assert shared.run(cell(shared.language.count, 20000)).stdout == "".join(f"{n}\n" for n in range(20000))
