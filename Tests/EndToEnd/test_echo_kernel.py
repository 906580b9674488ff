"""What a user relies on and jupyter_kernel_test does not look at, on the smallest kernel over real sockets."""

import os
import signal
import time

import pytest
import zmq


def test_lines_arrive_in_order_and_none_is_lost(echo):
    result = echo.run("count 20000")
    assert result.stdout == "".join(f"{number}\n" for number in range(20000))
    assert len(result.outputs) < 1000  # coalesced: a server drops more than 1,000 messages a second


@pytest.mark.parametrize("way", ["signal", "message"])
def test_an_interrupt_stops_the_cell_and_the_next_one_runs(echo, way):
    message_id = echo.client.execute("loop")
    time.sleep(0.3)
    if way == "signal":
        echo.manager.interrupt_kernel()
    else:
        request = echo.client.session.msg("interrupt_request", {})
        echo.client.control_channel.send(request)
    result = echo.collect(message_id, timeout=10)
    assert (result.reply["status"], result.reply["ename"]) == ("error", "KeyboardInterrupt")
    assert echo.run("value 7").value == "7"


def test_an_interrupt_while_idle_does_not_hurt_the_next_cell(echo):
    echo.manager.interrupt_kernel()
    time.sleep(0.2)
    assert echo.run("value 7").value == "7"


def test_cells_queued_behind_an_error_are_aborted_and_later_ones_run(echo):
    first, second = echo.client.execute("fail no"), echo.client.execute("value 2")
    assert echo.collect(first).status == "error"
    aborted = echo.collect(second)
    assert aborted.status == "aborted" and aborted.value is None
    assert echo.run("value 3").value == "3"


def test_without_stop_on_error_the_queue_goes_on(echo):
    first = echo.client.execute("fail no", stop_on_error=False)
    second = echo.client.execute("value 2")
    assert echo.collect(first).status == "error"
    assert echo.collect(second).value == "2"


def test_control_answers_while_a_cell_runs(echo):
    message_id = echo.client.execute("slow 1500")
    time.sleep(0.2)
    started = time.monotonic()
    echo.client.control_channel.send(echo.client.session.msg("kernel_info_request", {}))
    reply = echo.client.get_control_msg(timeout=5)
    assert reply["msg_type"] == "kernel_info_reply"
    assert echo.client.is_alive()
    echo.collect(message_id)
    assert time.monotonic() - started > 0.5  # the cell was indeed still running when control answered


def test_a_message_with_a_wrong_signature_is_dropped_and_the_kernel_lives(echo):
    info = echo.manager.get_connection_info()
    context = zmq.Context()
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
    header = b'{"msg_id":"x","session":"s","username":"u","date":"","msg_type":"execute_request","version":"5.4"}'
    socket.send_multipart([b"<IDS|MSG>", b"0" * 64, header, b"{}", b"{}", b'{"code":"value 1"}'])
    assert socket.poll(500) == 0
    socket.close()
    context.term()
    assert echo.run("value 7").value == "7"


def test_what_a_c_library_prints_appears_in_the_cell(echo):
    assert "from a library" in echo.run("library from a library").stdout


def test_a_cell_can_ask_a_question(echo):
    message_id = echo.client.execute("ask name? ", allow_stdin=True)
    question = echo.client.get_stdin_msg(timeout=10)
    assert question["content"]["prompt"] == "name? "
    echo.client.input("Mary")
    assert echo.collect(message_id).value == "Mary"


def test_the_last_progress_update_is_always_sent(echo):
    result = echo.run("progress 500")
    updates = [c["data"]["text/plain"] for k, c in result.outputs if k in ("display_data", "update_display_data")]
    assert updates[-1] == "500" and len(updates) < 100


def test_a_restart_uses_the_same_ports(echo):
    echo.run("value 1")
    echo.manager.restart_kernel(now=False)
    echo.client.wait_for_ready(timeout=30)
    assert echo.run("value 2").value == "2"


def test_the_kernel_ends_when_its_parent_dies(echo, tmp_path):
    import subprocess
    import sys

    program = (
        "import sys, time\n"
        "from jupyter_client.manager import start_new_kernel\n"
        "manager, client = start_new_kernel(kernel_name='echo')\n"
        "print(manager.provisioner.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    kernel = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        try:
            os.kill(kernel, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.kill(kernel, signal.SIGKILL)
    pytest.fail("the kernel outlived its parent")
