"""What a user relies on and jupyter_kernel_test does not look at, over real sockets."""

import time
from datetime import datetime

import pytest
from conftest import wait_until
from jupyter_client.blocking import BlockingKernelClient
from languages import cell
from sessions import PATIENCE


def test_lines_arrive_in_order_and_none_is_lost(shared):
    result = shared.run(cell(shared.language.count, 20000))
    assert result.stdout == "".join(f"{number}\n" for number in range(20000))
    assert len(result.outputs) < 100  # coalesced


def test_a_cell_that_prints_too_much_says_so_and_shows_its_end(shared):
    result = shared.run(cell(shared.language.count, 200_000))
    text = "".join(content["text"] for kind, content in result.outputs if kind == "stream")
    assert text.startswith("0\n1\n") and text.endswith("199998\n199999\n")
    assert "left out" in text and "bytes are missing" in text
    assert len(text) < 600_000


def test_no_second_has_more_than_a_server_lets_through(shared):
    """By default Jupyter's server drops what exceeds 1,000 messages or 1,000,000 bytes of text a second."""
    result = shared.run(cell(shared.language.shows, 1500))
    result.messages += shared.run(cell(shared.language.count, 200_000)).messages
    sent = [(moment(message), message) for message in result.messages]
    for start, _ in sent:
        second = [message for at, message in sent if 0 <= at - start < 1]
        assert len(second) <= 1000
        assert sum(len(m["content"]["text"].encode()) for m in second if m["msg_type"] == "stream") <= 1_000_000


def moment(message):
    """When the kernel sent a message, in seconds."""
    date = message["header"]["date"]
    return (date if isinstance(date, datetime) else datetime.fromisoformat(date)).timestamp()


def test_the_last_progress_update_is_always_sent(shared):
    result = shared.run(cell(shared.language.progress, 500))
    updates = [c["data"]["text/plain"] for k, c in result.outputs if k in ("display_data", "update_display_data")]
    assert "500" in updates[-1] and len(updates) < 100


@pytest.mark.parametrize("way", ["signal", "message"])
def test_an_interrupt_stops_the_cell_and_the_next_one_runs(shared, way):
    message_id = shared.client.execute(shared.language.endless)
    time.sleep(0.3)
    if way == "signal":
        shared.manager.interrupt_kernel()
    else:
        assert shared.ask_control("interrupt_request")["status"] == "ok"
    result = shared.collect(message_id)
    assert (result.reply["status"], result.reply["ename"]) == ("error", "KeyboardInterrupt")
    assert shared.lives()


def test_an_interrupt_drops_the_cells_that_wait(shared):
    endless = shared.client.execute(shared.language.endless)
    waiting = shared.client.execute(cell(shared.language.value, 1))
    time.sleep(0.3)
    shared.manager.interrupt_kernel()
    assert shared.collect(endless).status == "error"
    assert shared.collect(waiting).status == "aborted"
    assert shared.lives()


def test_an_interrupt_while_idle_does_not_hurt_the_next_cell(shared):
    shared.manager.interrupt_kernel()
    shared.ask_control("interrupt_request")
    time.sleep(0.2)
    assert shared.lives()


def test_cells_queued_behind_an_error_are_aborted_and_later_ones_run(shared):
    first = shared.client.execute(shared.language.error)
    second = shared.client.execute(cell(shared.language.value, 2))
    question = shared.client.kernel_info()
    assert shared.collect(first).status == "error"
    aborted = shared.collect(second)
    assert aborted.status == "aborted" and [kind for kind, _ in aborted.outputs] == ["status"]
    assert shared.collect(question).status == "ok"
    assert shared.lives()


def test_without_stop_on_error_the_queue_goes_on(shared):
    first = shared.client.execute(shared.language.error, stop_on_error=False)
    second = shared.client.execute(cell(shared.language.value, 2))
    assert shared.collect(first).status == "error"
    assert shared.collect(second).value == "2"


def test_control_and_heartbeat_answer_while_a_cell_runs(shared):
    message_id = shared.client.execute(shared.language.endless)
    time.sleep(0.2)
    assert shared.ask_control("kernel_info_request")["implementation"] in ("echo", "swiftlens")
    assert shared.client.hb_channel.is_beating()
    assert shared.client.is_alive()
    shared.manager.interrupt_kernel()
    # The cell was indeed still running when control answered.
    assert shared.collect(message_id).status == "error"


def test_what_a_c_library_prints_appears_in_the_cell(shared):
    if shared.language.library is None:
        pytest.skip("this language has no way past its own print")
    assert "from a library" in shared.run(shared.language.library).stdout


@pytest.mark.parametrize("descriptor, stream", [(1, "stdout"), (2, "stderr")])
def test_what_the_process_writes_past_the_language_appears_in_the_cell(session, descriptor, stream):
    message_id = session.client.execute(session.language.endless)
    until(session, message_id, "execute_input")
    with open(f"/proc/{session.manager.provisioner.pid}/fd/{descriptor}", "w") as output:
        output.write("from a library\n")
    content = until(session, message_id, "stream")
    assert (content["name"], content["text"]) == (stream, "from a library\n")
    session.manager.interrupt_kernel()
    assert session.collect(message_id).status == "error"


def until(session, message_id, kind):
    """The content of the next message of that kind that a request brings."""
    while True:
        message = session.client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == kind:
            return message["content"]


def test_a_cell_can_ask_a_question(shared):
    message_id = shared.client.execute(shared.language.ask, allow_stdin=True)
    question = shared.client.get_stdin_msg(timeout=PATIENCE)
    assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == message_id
    shared.client.input("Mary")
    assert shared.collect(message_id).value == shared.language.answer


def test_where_nobody_can_answer_a_question_is_an_error(shared):
    result = shared.run(shared.language.ask, allow_stdin=False)
    assert result.status == "error" and "input" in result.error


def test_a_question_can_be_stopped(shared):
    message_id = shared.client.execute(shared.language.ask, allow_stdin=True)
    shared.client.get_stdin_msg(timeout=PATIENCE)
    shared.manager.interrupt_kernel()
    assert shared.collect(message_id).reply["ename"] == "KeyboardInterrupt"
    assert shared.lives()


def test_two_front_ends_share_a_kernel(shared):
    # A front end with a name of its own: clients of one manager share theirs, and so take each other's place.
    second = BlockingKernelClient()
    second.load_connection_info(shared.manager.get_connection_info())
    second.start_channels()
    second.wait_for_ready(timeout=PATIENCE)
    message_id = second.execute(cell(shared.language.value, 5))
    assert second.get_shell_msg(timeout=PATIENCE)["parent_header"]["msg_id"] == message_id
    seen = []
    while "status idle" not in seen:
        message = shared.client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == message_id:
            seen.append(f"{message['msg_type']} {message['content'].get('execution_state', '')}".strip())
    assert seen == ["status busy", "execute_input", "execute_result", "status idle"]
    second.stop_channels()
    assert shared.lives()


def test_a_restart_uses_the_same_ports_and_forgets_the_count(session):
    ports = session.manager.get_connection_info()
    for _ in range(3):
        session.run(cell(session.language.value, 1))
        session.manager.restart_kernel(now=False)
        session.client.wait_for_ready(timeout=PATIENCE)
    assert session.manager.get_connection_info() == ports
    assert session.run(cell(session.language.value, 2)).reply["execution_count"] == 1


def test_shutdown_ends_a_running_cell_and_the_process(session):
    session.client.execute(session.language.endless)
    time.sleep(0.2)
    assert session.ask_control("shutdown_request", {"restart": False}) == {"status": "ok", "restart": False}
    wait_until(lambda: not session.manager.is_alive())
