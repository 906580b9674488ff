"""One line of JSON for a piece of work: what it gave, and what it took."""

import json
import sys
import time


def answer(row, work):
    """Carries the work out and prints the line."""
    start, cpu = time.perf_counter(), time.process_time()
    numbers = work()
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"row": row, "seconds": seconds, "cpuSeconds": cpu_seconds, "numbers": numbers}), flush=True)


def serve(rows):
    """Answers each line of standard input, which names a row and a part of it, with what the method of that name gives."""
    answer("ready", list)
    for line in sys.stdin:
        request = json.loads(line)
        answer(request["row"], lambda: getattr(rows, request["row"].replace("-", "_"))(request["part"]))
