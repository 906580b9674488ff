"""Frames as a stranger, a recorder or a broken front end would send them: dropped, and the kernel lives."""

import json
import os

import pytest
import zmq
from languages import cell
from sessions import PATIENCE

DELIMITER = b"<IDS|MSG>"


class Wire:
    """A raw socket to the kernel's shell channel."""

    def __init__(self, session):
        self.session = session
        self.context = zmq.Context()
        self.socket = self.context.socket(zmq.DEALER)
        self.socket.linger = 0
        info = session.manager.get_connection_info()
        self.socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")

    def frames(self, content=None, **header):
        """A signed request to run a cell."""
        fields = {"msg_id": os.urandom(8).hex(), "session": "s", "username": "u", "date": "", "version": "5.4"}
        fields |= {"msg_type": "execute_request"} | header
        return self.signed(json.dumps(fields).encode(), content or self.request)

    @property
    def request(self):
        return json.dumps({"code": cell(self.session.language.value, 1)}).encode()

    def signed(self, header, content):
        parts = [header, b"{}", b"{}", content]
        return [DELIMITER, self.session.client.session.sign(parts), *parts]

    def answer(self, frames, milliseconds=400):
        """The content of the reply to these frames, or None."""
        self.socket.send_multipart(frames)
        if not self.socket.poll(milliseconds):
            return None
        reply = self.socket.recv_multipart()
        return json.loads(reply[reply.index(DELIMITER) + 5])


@pytest.fixture
def wire(shared):
    wire = Wire(shared)
    yield wire
    wire.socket.close()
    wire.context.term()


def test_a_signed_request_is_answered_once_and_never_again(wire):
    frames = wire.frames()
    assert wire.answer(frames, 1000 * PATIENCE)["status"] == "ok"
    assert wire.answer(frames) is None
    assert wire.session.lives()


@pytest.mark.parametrize(
    "change",
    [
        lambda signature: b"0" * 64,
        lambda signature: b"",
        lambda signature: signature.upper(),
        lambda signature: signature[:-1],
        lambda signature: signature + b"0",
        lambda signature: b"\xff" * 64,
    ],
    ids=["wrong", "empty", "upper case", "short", "long", "no text"],
)
def test_a_signature_that_is_not_exactly_right_is_dropped(wire, change):
    frames = wire.frames()
    frames[1] = change(frames[1])
    assert wire.answer(frames) is None
    assert wire.session.lives()


def test_a_changed_message_is_dropped(wire):
    frames = wire.frames()
    frames[5] = frames[5].replace(b"1", b"2")
    assert wire.answer(frames) is None
    assert wire.session.lives()


@pytest.mark.parametrize(
    "frames",
    [
        [b"garbage", b"more"],
        [b""],
        [DELIMITER],
        [DELIMITER, b"0" * 64, b"{}"],
        [DELIMITER] * 7,
        [b"x"] * 1000,
        [os.urandom(1 << 20)],
    ],
    ids=["no delimiter", "empty", "delimiter", "short", "delimiters", "many", "noise"],
)
def test_what_is_no_message_is_dropped(wire, frames):
    assert wire.answer(frames, 100) is None
    assert wire.session.lives()


@pytest.mark.parametrize(
    "header",
    [b"[]", b"7", b"{}", b'{"msg_id": "x"}', b'{"msg_id": 5, "msg_type": "execute_request"}', b"{nope", b"\xff\xfe"],
)
def test_a_signed_header_that_is_none_is_dropped(wire, header):
    assert wire.answer(wire.signed(header, wire.request), 100) is None
    assert wire.session.lives()


@pytest.mark.parametrize(
    "content",
    [
        b"{nope",
        b"[]",
        b"{}",
        b'{"code": 5}',
        b'{"code": "\xff\xfe"}',
        b'{"code": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
        b'{"a":' * 100_000,
        b'{"code": "1", "silent": "yes"}',
    ],
    ids=["no JSON", "list", "no code", "number", "no text", "deep lists", "deep objects", "wrong type"],
)
def test_a_signed_cell_that_cannot_be_read_is_answered_with_an_error(wire, content):
    assert wire.answer(wire.frames(content), 1000 * PATIENCE)["status"] == "error"
    assert wire.session.lives()


def test_fields_and_buffers_of_a_later_protocol_are_let_by(wire):
    content = json.dumps({"code": cell(wire.session.language.value, 1), "future": [1]}).encode()
    assert wire.answer([*wire.frames(content, subshell_id=None), b"a buffer", b""], 1000 * PATIENCE)["status"] == "ok"


def test_an_unknown_request_gets_no_reply_and_hurts_nobody(wire):
    assert wire.answer(wire.frames(msg_type="no_such_request")) is None
    assert wire.session.lives()


def test_heartbeat_gives_back_what_it_got(wire):
    info = wire.session.manager.get_connection_info()
    socket = wire.context.socket(zmq.REQ)
    socket.linger = 0
    socket.connect(f"tcp://{info['ip']}:{info['hb_port']}")
    for beat in (b"ping", b"\x00\xff any bytes", b""):
        socket.send(beat)
        assert socket.poll(1000 * PATIENCE) and socket.recv() == beat
    socket.close()
