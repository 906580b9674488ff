"""The notebook's four sweeps: every head's output at the last position, replaced in the corrupted run.

A value of 0 is the corrupted run's logit difference, 1 the clean run's. Zero and the mean over d_head depend on how
weights are written down. They are those of weights processed as the notebook asks: value biases are folded away, so
that "zero" leaves a head's bias in place, and the mean over d_head is taken in the basis of the singular vectors of
W_V W_O, each turned so that its entry of largest size in the residual stream is positive.
"""

from dataclasses import dataclass

import torch

from . import prompts
from .probes import tokens
from .tokenizer import single_token

KINDS = ["resample", "zero", "batch mean", "d_head mean"]


@dataclass
class Setting:
    """Clean and corrupted prompts [prompt, position], both answers, and all clean z [layer, prompt, head, d_head]."""

    clean: torch.Tensor
    corrupted: torch.Tensor
    recipients: torch.Tensor
    givers: torch.Tensor
    z: torch.Tensor


@torch.no_grad()
def sweeps(model, tokenizer):
    """The normalised logit difference after each replacement, by kind [layer, head]."""
    setting = prepare(model, tokenizer)
    clean, corrupted = difference(model, setting.clean, setting), difference(model, setting.corrupted, setting)
    config = model.config
    maps = {kind: torch.zeros(config.n_layers, config.n_heads) for kind in KINDS}
    for layer in range(config.n_layers):
        for head in range(config.n_heads):
            for kind, value in replacements(model, setting.z[layer, :, head], layer, head).items():
                patched = with_replacement(model, setting, layer, head, value)
                maps[kind][layer, head] = (patched - corrupted) / (clean - corrupted)
    return maps


def prepare(model, tokenizer):
    """The notebook's prompts; the corrupted ones are the same with neighbours swapped."""
    asked = prompts.notebook()
    clean = torch.cat([tokens(tokenizer, prompt.text) for prompt in asked])
    swapped = [index ^ 1 for index in range(len(asked))]
    recipients = torch.tensor([single_token(tokenizer, " " + prompt.recipient) for prompt in asked])
    givers = torch.tensor([single_token(tokenizer, " " + prompt.giver) for prompt in asked])
    return Setting(clean, clean[swapped], recipients, givers, last_z(model, clean))


def last_z(model, ids):
    """Every head's output before W_O at the last position [layer, prompt, head, d_head]."""
    seen, hooks = [], []
    for block in model.blocks:
        hooks.append(block.attn.c_proj.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0][:, -1])))
    model.logits(ids)
    for hook in hooks:
        hook.remove()
    return torch.stack(seen).unflatten(-1, (model.config.n_heads, -1))


def difference(model, ids, setting):
    """The mean over prompts of the recipient's logit less the giver's."""
    logits = model.logits(ids)[:, -1]
    rows = torch.arange(len(ids))
    return (logits[rows, setting.recipients] - logits[rows, setting.givers]).mean()


def with_replacement(model, setting, layer, head, value):
    """The corrupted run's logit difference with one head's z at the last position set to `value` [prompt, d_head]."""
    d_head = value.shape[-1]

    def replace(_, inputs):
        z = inputs[0].clone()
        z[:, -1, head * d_head : (head + 1) * d_head] = value
        return (z,)

    hook = model.blocks[layer].attn.c_proj.register_forward_pre_hook(replace)
    result = difference(model, setting.corrupted, setting)
    hook.remove()
    return result


def replacements(model, z, layer, head):
    """What each kind of ablation puts in the place of a head's clean z [prompt, d_head]."""
    bias = value_bias(model, layer, head)
    return {
        "resample": z,
        "zero": bias.expand_as(z).float(),
        "batch mean": z.mean(0).expand_as(z),
        "d_head mean": (d_head_mean(model, z.double() - bias, layer, head) + bias).float(),
    }


def value_bias(model, layer, head):
    """The part of a head's z that is the same for every input, since attention sums to one [d_head]."""
    w_v, _, b_v = head_weights(model, layer, head)
    return model.blocks[layer].ln_1.bias.double() @ w_v + b_v


def d_head_mean(model, z, layer, head):
    """z with its coordinates in the singular basis all set to their mean, written in the basis of the weights."""
    w_v, w_o, _ = head_weights(model, layer, head)
    w_v = w_v * model.blocks[layer].ln_1.weight.double()[:, None]
    w_v, w_o = w_v - w_v.mean(0), w_o - w_o.mean(-1, keepdim=True)
    basis = torch.linalg.svd(w_v @ w_o)[2][: z.shape[-1]]
    basis = basis * basis.gather(1, basis.abs().argmax(1, keepdim=True)).sign()
    averaged = (z @ w_o @ basis.T).mean(-1, keepdim=True) * basis.sum(0)
    return averaged @ torch.linalg.pinv(w_o)


def head_weights(model, layer, head):
    """One head's W_V [d_model, d_head], W_O [d_head, d_model] and b_V [d_head] in float64."""
    attention = model.blocks[layer].attn
    d_model, d_head = model.config.d_model, attention.d_head
    chosen = slice(head * d_head, (head + 1) * d_head)
    w_v, b_v = attention.c_attn.weight[2 * d_model :], attention.c_attn.bias[2 * d_model :]
    return w_v[chosen].T.double(), attention.c_proj.weight[:, chosen].T.double(), b_v[chosen].double()
