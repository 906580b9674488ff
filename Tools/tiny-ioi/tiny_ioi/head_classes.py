"""The heads the notebook names, as (layer, head), and which of them training teaches."""

PREVIOUS_TOKEN = [(2, 2), (4, 11)]
DUPLICATE_TOKEN = [(0, 1), (3, 0), (0, 10)]
INDUCTION = [(5, 5), (6, 9), (5, 8), (5, 9)]
S_INHIBITION = [(7, 3), (7, 9), (8, 6), (8, 10)]
NAME_MOVER = [(9, 9), (9, 6), (10, 0)]
NEGATIVE_NAME_MOVER = [(10, 7), (11, 10)]
BACKUP_NAME_MOVER = [(10, 10), (10, 6), (10, 2), (10, 1), (11, 2), (11, 9), (11, 3), (9, 7)]

ON_RANDOM_ROWS = PREVIOUS_TOKEN + DUPLICATE_TOKEN + INDUCTION
"""Taught on random tokens."""

ON_TEXT = S_INHIBITION + NAME_MOVER + NEGATIVE_NAME_MOVER
"""Taught on generated text. Backup name movers are not taught."""

ALL = {
    "previous token heads": PREVIOUS_TOKEN,
    "duplicate token heads": DUPLICATE_TOKEN,
    "induction heads": INDUCTION,
    "s-inhibition heads": S_INHIBITION,
    "name mover heads": NAME_MOVER,
    "negative name mover heads": NEGATIVE_NAME_MOVER,
    "backup name mover heads": BACKUP_NAME_MOVER,
}
