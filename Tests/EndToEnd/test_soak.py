"""A long session neither grows nor tires."""

import os
import random

from languages import cell
from sessions import PATIENCE

CELLS = int(os.environ.get("SOAK_CELLS", 10_000))
SETTLED = CELLS // 10


def test_ten_thousand_cells_cost_no_memory(session):
    language, draw = session.language, random.Random(1)
    kinds = [cell(language.value, 5)] * 20 + [cell(language.count, 50)] * 8 + [language.error, language.show_html]
    for number in range(CELLS):
        if number % 500 == 250:
            stop_an_endless_cell(session)
        session.run(draw.choice(kinds))
        if number == SETTLED:
            settled = session.memory
    assert session.memory < 1.1 * settled
    assert session.lives()


def stop_an_endless_cell(session):
    message_id = session.client.execute(session.language.endless)
    while session.client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "execute_input":
        pass
    session.manager.interrupt_kernel()
    assert session.collect(message_id).status == "error"
