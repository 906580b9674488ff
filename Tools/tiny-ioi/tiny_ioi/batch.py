"""What a training step is given."""

from dataclasses import dataclass

import torch


@dataclass
class Batch:
    """Rows of tokens, their next tokens, and how much each prediction counts; all [batch, position]."""

    tokens: torch.Tensor
    targets: torch.Tensor
    weights: torch.Tensor
    offset: int = 0

    @staticmethod
    def of(rows, weights, offset):
        """A batch from rows one token longer than the context, and weights for all but the first token."""
        rows = torch.from_numpy(rows)
        return Batch(rows[:, :-1].contiguous(), rows[:, 1:].contiguous(), torch.from_numpy(weights), offset)
