"""How the conditions of training change from its first step to its last."""

import numpy as np

WARM_UP_STEPS = 50
SHORT_ROWS_UNTIL = 0.3
SHORT_ROW = 48
ROW_LENGTHS = {64: 0.2, 128: 0.3, 256: 0.3, 512: 0.2}
FULL_RATE_UNTIL = 0.45
FINAL_RATE = 0.02
FULL_GUIDANCE_UNTIL = 0.5
GUIDANCE_UNTIL = 0.64


def learning_rate_factor(step, steps):
    """Rises over the first steps, stays at 1, then falls to almost nothing."""
    progress = step / steps
    falling = (1 - progress) / (1 - FULL_RATE_UNTIL)
    return min(1.0, (step + 1) / WARM_UP_STEPS) * min(1.0, max(FINAL_RATE, falling))


def guidance_factor(step, steps):
    """1 while heads are taught, then falling, and 0 for more than the last third of training."""
    progress = step / steps
    return min(1.0, max(0.0, (GUIDANCE_UNTIL - progress) / (GUIDANCE_UNTIL - FULL_GUIDANCE_UNTIL)))


def random_row_length(step, steps, random):
    """Short rows at first, then a mixture of lengths up to the whole context."""
    if step / steps < SHORT_ROWS_UNTIL:
        return SHORT_ROW
    return int(random.choice(list(ROW_LENGTHS), p=list(ROW_LENGTHS.values())))
