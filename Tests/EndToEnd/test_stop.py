"""The stop button at any moment: a stop that comes after a cell ends it, one that comes before hurts nobody."""

import random
import subprocess
import sys
import time

import pytest
from conftest import running
from languages import cell
from sessions import PATIENCE

ROUNDS = 120


def press(session, way):
    """Asks for a stop and waits for nothing."""
    if way == "signal":
        session.manager.interrupt_kernel()
    else:
        client = session.client
        client.control_channel.send(client.session.msg("interrupt_request", {}))


def was_stopped(result):
    return (result.reply["status"], result.reply.get("ename")) == ("error", "KeyboardInterrupt")


@pytest.mark.parametrize("way", ["signal", "message"])
def test_a_stop_right_after_a_cell_is_never_lost(shared, way):
    chance = random.Random(5)
    for number in range(ROUNDS):
        message_id = shared.client.execute(shared.language.endless)
        # Now and then at once, when the cell is still on its way.
        time.sleep(chance.choice([0, chance.uniform(0, 0.0005), chance.uniform(0, 0.006)]))
        press(shared, way)
        assert was_stopped(shared.collect(message_id)), f"round {number}"
    assert shared.lives()


def test_a_stop_at_once_ends_the_first_cell_of_a_fresh_kernel(language):
    for _ in range(4):
        with running(language) as session:
            message_id = session.client.execute(language.endless)
            session.manager.interrupt_kernel()
            assert was_stopped(session.collect(message_id))


@pytest.mark.parametrize("way", ["signal", "message"])
def test_a_stop_before_a_cell_does_not_touch_it(shared, way):
    for number in range(ROUNDS):
        press(shared, way)
        # A signal needs a moment to be there, on a busy machine too.
        time.sleep(0.02 if way == "signal" else 0)
        assert shared.run(cell(shared.language.value, number)).value == str(number)


def test_what_is_sent_after_a_stop_runs(shared):
    stopped = shared.client.execute(shared.language.endless)
    time.sleep(0.2)
    press(shared, "signal")
    time.sleep(0.02)
    next_one = shared.client.execute(cell(shared.language.value, 7))
    assert was_stopped(shared.collect(stopped))
    assert shared.collect(next_one).value == "7"


@pytest.mark.parametrize("how", ["SIG_IGN", "blocked"])
def test_a_parent_that_does_not_listen_to_the_signal_does_not_make_the_kernel_deaf(language, how):
    program = f"""
import signal, sys, time
if {how!r} == "SIG_IGN":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
else:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name=sys.argv[1])
message = client.execute(sys.argv[2])
time.sleep(0.2)
manager.interrupt_kernel()
try:
    print(client.get_shell_msg(timeout={PATIENCE})["content"].get("ename"))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
"""
    result = subprocess.run(
        [sys.executable, "-c", program, language.kernel, language.endless], capture_output=True, text=True, timeout=2 * PATIENCE)
    assert result.stdout.strip() == "KeyboardInterrupt", result.stderr
