"""The Muon optimiser: momentum whose direction is made orthogonal, for matrices."""

from collections import defaultdict

import torch


class Muon:
    """Updates matrices by the orthogonal factor of their Nesterov momentum.

    Method: K. Jordan and others, "Muon: an optimizer for hidden layers in neural networks", 2024.
    Matrices of one shape are orthogonalised together. A tall matrix may be several stacked ones (`splits`).
    """

    def __init__(self, matrices, rate, splits, momentum=0.95, decay=0.05):
        self.matrices, self.rate, self.splits = matrices, rate, splits
        self.momentum, self.decay = momentum, decay
        self.buffers = [torch.zeros_like(matrix) for matrix in matrices]

    @torch.no_grad()
    def step(self, factor):
        """Applies the gradients at `factor` times the full rate, and clears them."""
        rate = self.rate * factor
        for matrix, update in zip(self.matrices, self.updates()):
            matrix.mul_(1 - rate * self.decay).sub_(update, alpha=rate)
            matrix.grad = None

    def updates(self):
        """One orthogonal update for each matrix."""
        pieces, groups = [], defaultdict(list)
        for matrix, buffer, split in zip(self.matrices, self.buffers, self.splits):
            buffer.mul_(self.momentum).add_(matrix.grad)
            pieces.append(list(matrix.grad.add(buffer, alpha=self.momentum).chunk(split)))
        for index, chunks in enumerate(pieces):
            for part, chunk in enumerate(chunks):
                groups[chunk.shape].append((index, part))
        for shape, places in groups.items():
            scale = max(1, shape[0] / shape[1]) ** 0.5
            stacked = orthogonal_factor(torch.stack([pieces[index][part] for index, part in places]))
            for (index, part), result in zip(places, stacked):
                pieces[index][part] = result * scale
        return [torch.cat(chunks) for chunks in pieces]


def orthogonal_factor(matrices):
    """Roughly U Vᵀ of each matrix U S Vᵀ, by five Newton-Schulz steps with Muon's published coefficients."""
    if matrices.shape[-2] > matrices.shape[-1]:
        return orthogonal_factor(matrices.mT).mT
    x = matrices / (matrices.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        gram = x @ x.mT
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x
