"""A kernel's process and raw sockets to it: messages are stamped when they arrive, before anything is parsed."""

import json
import subprocess
import time
from pathlib import Path

import zmq
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session

PATIENCE_SECONDS = 120


class KernelProcess:
    """Starts the kernel of that name, and ends it."""

    def __init__(self, name):
        self.manager = KernelManager(kernel_name=name)
        started = time.perf_counter()
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.session = Session(key=self.manager.session.key, signature_scheme=self.manager.session.signature_scheme)
        self.shell = self.manager.connect_shell()
        self.iopub = self.manager.connect_iopub()
        self.sent_at = started
        arrival, _ = self.reply(self.send("kernel_info_request", {}))
        self.launch_seconds = arrival - started
        self._wait_for_subscription()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shell.close(0)
        self.iopub.close(0)
        self.manager.shutdown_kernel(now=True)

    def send(self, kind, content):
        """Sends a shell request; returns its id."""
        message = self.session.msg(kind, content)
        frames = self.session.serialize(message)
        self.sent_at = time.perf_counter()
        self.shell.send_multipart(frames)
        return message["header"]["msg_id"]

    def execute(self, code):
        """Sends a cell as front ends do; returns its id."""
        return self.send("execute_request", {"code": code, "silent": False, "store_history": True, "stop_on_error": True})

    def run(self, code):
        """Runs a cell; returns the seconds until its reply and until idle, its reply and its printed text."""
        request = self.execute(code)
        sent_at = self.sent_at
        output = self.until_idle(request)
        replied, reply = self.reply(request)
        text = "".join(c["text"] for kind, c in output.messages if kind == "stream" and c["name"] == "stdout")
        return CellRun(replied - sent_at, output.arrival - sent_at, reply, text, len(output.messages))

    def reply(self, request):
        """The reply to `request` and when it came."""
        while True:
            arrival, message = self._receive(self.shell)
            if message["parent_header"].get("msg_id") == request:
                return arrival, message["content"]

    def until_idle(self, request):
        """What the kernel shows for `request`. Frames are kept as they are until the last one is there."""
        frames = []
        while True:
            self._wait(self.iopub)
            frames.append((time.perf_counter(), self.iopub.recv_multipart()))
            if b'"idle"' not in frames[-1][1][-1]:
                continue
            messages = [(arrival, self._parse(parts)) for arrival, parts in frames]
            own = [(a, m) for a, m in messages if m["parent_header"].get("msg_id") == request]
            if own and own[-1][1]["content"].get("execution_state") == "idle":
                return Output(own[-1][0], [(m["header"]["msg_type"], m["content"]) for _, m in own])

    def memory_bytes(self):
        """What the process holds in memory now."""
        status = Path(f"/proc/{self.manager.provisioner.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) * 1024

    def _wait_for_subscription(self):
        """Asks until an answer on the output channel shows that nothing will be missed."""
        while True:
            self.reply(self.send("kernel_info_request", {}))
            if self.iopub.poll(200):
                break
        while self.iopub.poll(200):
            self.iopub.recv_multipart()

    def _receive(self, socket):
        self._wait(socket)
        parts = socket.recv_multipart()
        return time.perf_counter(), self._parse(parts)

    @staticmethod
    def _wait(socket):
        if not socket.poll(PATIENCE_SECONDS * 1000, zmq.POLLIN):
            raise TimeoutError(f"no message within {PATIENCE_SECONDS} s")

    @staticmethod
    def _parse(parts):
        start = parts.index(b"<IDS|MSG>") + 2
        names = ("header", "parent_header", "metadata", "content")
        return {name: json.loads(part) for name, part in zip(names, parts[start : start + 4])}


class Output:
    """When idle came, and the messages before it as (type, content)."""

    def __init__(self, arrival, messages):
        self.arrival, self.messages = arrival, messages


class CellRun:
    """How one cell went."""

    def __init__(self, reply_seconds, idle_seconds, reply, text, message_count):
        self.reply_seconds, self.idle_seconds = reply_seconds, idle_seconds
        self.reply, self.text, self.message_count = reply, text, message_count
