"""The notebook's measure and its sweeps over heads, for TransformerLens."""

from functools import partial

import torch
from transformer_lens import utils


def logit_differences(logits, answers):
    """For each prompt [batch]: the right answer's logit at the last position, less the wrong one's."""
    chosen = logits[:, -1, :].gather(dim=-1, index=answers)
    return chosen[:, 0] - chosen[:, 1]


def resample(z, hook, head, clean):
    z[:, -1, head, :] = clean[hook.name][:, -1, head, :]
    return z


def zero(z, hook, head, clean):
    z[:, -1, head, :] = 0
    return z


def mean_over_batch(z, hook, head, clean):
    z[:, -1, head, :] = clean[hook.name][:, -1, head, :].mean(dim=0, keepdim=True)
    return z


def mean_over_head_dimension(z, hook, head, clean):
    z[:, -1, head, :] = clean[hook.name][:, -1, head, :].mean(dim=1, keepdim=True)
    return z


def resample_at(z, hook, head, position, clean):
    z[:, position, head, :] = clean[hook.name][:, position, head, :]
    return z


def patched(model, tokens, answers, layer, hook):
    """The average logit difference of a run with this hook at the layer's z."""
    logits = model.run_with_hooks(tokens, fwd_hooks=[(utils.get_act_name("z", layer), hook)], return_type="logits")
    return logit_differences(logits, answers).mean()


def sweep(model, tokens, answers, cache, layers, ablations=(resample, zero, mean_over_batch)):
    """The notebook's loop over `layers`: [ablation, layer, head]"""
    maps = torch.zeros(len(ablations), len(layers), model.cfg.n_heads)
    for row, layer in enumerate(layers):
        for head in range(model.cfg.n_heads):
            for number, ablation in enumerate(ablations):
                hook = partial(ablation, head=head, clean=cache)
                maps[number, row, head] = patched(model, tokens, answers, layer, hook)
    return maps


def sweep_by_position(model, tokens, answers, cache, cells):
    """One run for each (layer, position, head)."""
    return [
        patched(model, tokens, answers, layer, partial(resample_at, head=head, position=position, clean=cache)).item()
        for layer, position, head in cells
    ]
