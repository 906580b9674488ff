"""A kernel with a front end that sees all of its messages."""

import re

PATIENCE = 120
"""Seconds after which a test gives up on what comes at once on a quiet machine: a busy one may be late, and is no failure."""


class Session:
    """A kernel and the messages of its cells."""

    def __init__(self, manager, client, language):
        self.manager, self.client, self.language = manager, client, language

    def run(self, code, timeout=PATIENCE, **options):
        """Runs a cell and returns what came back."""
        return self.collect(self.client.execute(code, **options), timeout)

    def lives(self):
        """Whether the kernel still runs cells."""
        return self.run(self.language.value.replace("N", "7")).value == "7"

    def collect(self, message_id, timeout=PATIENCE):
        """What came back for a request that was sent before."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
            messages.append(message)
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                return CellResult(reply["content"], messages)

    @property
    def memory(self):
        """What the kernel holds, in MiB."""
        with open(f"/proc/{self.manager.provisioner.pid}/status") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def ask_control(self, kind, content=None):
        """Sends a request on the control channel and returns the content of its reply."""
        request = self.client.session.msg(kind, content or {})
        self.client.control_channel.send(request)
        while True:
            reply = self.client.get_control_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == request["header"]["msg_id"]:
                return reply["content"]


class CellResult:
    """A cell's reply and its outputs."""

    def __init__(self, reply, messages):
        self.reply, self.messages = reply, messages
        self.outputs = [(message["msg_type"], message["content"]) for message in messages]

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
