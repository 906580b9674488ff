"""Which parameters are updated how."""

import torch

from .muon import Muon

MATRIX_RATE = 0.01
OTHER_RATE = 0.003


class Optimiser:
    """Muon for the matrices inside the blocks, AdamW for embeddings, gains and biases."""

    def __init__(self, model):
        matrices, splits = [], []
        for block in model.blocks:
            for linear, split in ((block.attn.c_attn, 3), (block.attn.c_proj, 1), (block.c_fc, 1), (block.c_proj, 1)):
                matrices.append(linear.weight)
                splits.append(split)
        chosen = {id(matrix) for matrix in matrices}
        others = [parameter for parameter in model.parameters() if id(parameter) not in chosen]
        self.muon = Muon(matrices, MATRIX_RATE, splits)
        self.adam = torch.optim.AdamW(others, lr=OTHER_RATE, betas=(0.9, 0.98), weight_decay=0.0, fused=True)

    def step(self, factor):
        """One update at `factor` times the full rates; gradients are cleared."""
        self.muon.step(factor)
        for group in self.adam.param_groups:
            group["lr"] = OTHER_RATE * factor
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
