"""One line of JSON for a piece of work: what it gave, and what it took."""

import json
import time


def answer(row, work):
    """Carries the work out and prints the line."""
    start, cpu = time.perf_counter(), time.process_time()
    numbers = work()
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"row": row, "seconds": seconds, "cpuSeconds": cpu_seconds, "numbers": numbers}), flush=True)
