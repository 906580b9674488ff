"""The two programs under measurement: long-lived workers that answer row after row, and processes that run once."""

import json
import os
import subprocess
import tempfile
import time


class Worker:
    """A process that holds a loaded model and measures its own rows."""

    def __init__(self, command, request):
        self.request = request
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._answer()

    def run(self, row, part=None):
        """One answer: seconds, cpuSeconds, numbers."""
        self.process.stdin.write(self.request(row, part) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()

    def _answer(self):
        # Libraries may print lines of their own.
        for line in self.process.stdout:
            if line.startswith('{"'):
                return json.loads(line)
        raise RuntimeError(f"{self.process.args[0]} ended with exit code {self.process.wait()}; run it by hand to see why")


def run_once(command):
    """A process from its start to its end: seconds, cpuSeconds, peak memory in MB, and what it printed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with exit code {process.returncode}:\n{text[-2000:]}")
    return {
        "seconds": seconds,
        "cpuSeconds": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss * 1024 / 1e6,
        "text": text,
    }
