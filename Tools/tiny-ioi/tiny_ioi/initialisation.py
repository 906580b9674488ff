"""The weights a model starts from."""

import math

import torch
from torch import nn

POSITION_DIMENSIONS = 32
TOKEN_SCALE = 0.06
POSITION_SCALE = 0.12


def initialise(model):
    """Fills a model with its first weights, from torch's global random state.

    Positions and tokens start in separate dimensions, which lets heads that look at the previous token form early.
    Nothing holds them there: everything is trained afterwards.
    """
    with torch.no_grad():
        for block in model.blocks:
            initialise_block(block, len(model.blocks))
        model.wte.weight.normal_(std=TOKEN_SCALE)
        model.wte.weight[:, :POSITION_DIMENSIONS] = 0
        model.wpe.weight.zero_()
        model.wpe.weight[:, :POSITION_DIMENSIONS] = POSITION_SCALE * sinusoids(model.config.n_ctx)


def initialise_block(block, n_layers):
    """Reading matrices start at a moderate scale, writing matrices small, biases at zero."""
    for linear in (block.attn.c_attn, block.c_fc):
        nn.init.normal_(linear.weight, std=0.7 * linear.in_features**-0.5)
        nn.init.zeros_(linear.bias)
    for linear in (block.attn.c_proj, block.c_proj):
        nn.init.normal_(linear.weight, std=0.5 * linear.in_features**-0.5 / math.sqrt(2 * n_layers))
        nn.init.zeros_(linear.bias)


def sinusoids(count):
    """Sines and cosines [count, POSITION_DIMENSIONS] of wavelengths from about 4 to about 2000 positions."""
    frequencies = 1.5 * torch.exp(torch.linspace(0, math.log(1 / 512), POSITION_DIMENSIONS // 2))
    angles = torch.arange(count)[:, None] * frequencies
    return torch.cat([angles.sin(), angles.cos()], dim=1)
