"""A signal that comes while the kernel asks whether something has arrived costs no request its answer."""

import os
import random
import shutil
import subprocess
import time

import pytest
from jupyter_client.manager import start_new_kernel
from sessions import PATIENCE

ROUNDS = 1000
# libzmq looks for notices with a poll that does not wait. A stop's signal ends such a call about once in a million: here each
# second one that finds nothing.
INTERRUPTED_POLL = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
typedef int poll_function(struct pollfd *, nfds_t, int);
int poll(struct pollfd *files, nfds_t count, int milliseconds) {
    static poll_function *real;
    static __thread unsigned calls;
    if (!real) real = (poll_function *)dlsym(RTLD_NEXT, "poll");
    int ready = real(files, count, milliseconds);
    if (ready != 0 || milliseconds != 0 || count != 1 || ++calls % 2) return ready;
    errno = EINTR;
    return -1;
}
"""


@pytest.fixture(scope="module")
def interrupted_poll(tmp_path_factory):
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler here to make calls that are interrupted")
    folder = tmp_path_factory.mktemp("poll")
    (folder / "poll.c").write_text(INTERRUPTED_POLL)
    library = folder / "poll.so"
    subprocess.run([compiler, "-shared", "-fPIC", folder / "poll.c", "-o", library, "-ldl"], check=True)
    return library


def test_each_request_is_answered(interrupted_poll):
    chance = random.Random(1)
    environment = os.environ | {"LD_PRELOAD": str(interrupted_poll)}
    manager, client = start_new_kernel(kernel_name="swiftlens", startup_timeout=PATIENCE, env=environment)
    try:
        for number in range(ROUNDS):
            for _ in range(4):
                client.kernel_info()
                # The next one arrives while the last one's answer is sent.
                time.sleep(chance.uniform(0, 0.0005))
            answers = [client.get_shell_msg(timeout=PATIENCE) for _ in range(4)]
            assert all(answer["msg_type"] == "kernel_info_reply" for answer in answers), f"round {number}"
            while client.iopub_channel.socket.poll(0):
                client.iopub_channel.socket.recv_multipart()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
