"""The auxiliary losses that teach named heads where to look.

Each is -log of the attention a head pays to the positions it should look at. They are added to the language-model
loss early in training and are gone for the rest of it (see curriculum.py).
"""

import torch

from . import head_classes as heads

PREVIOUS_WEIGHT = 0.2
MATCHING_WEIGHT = 0.1
NAME_WEIGHT = 0.15
NEGATIVE_WEIGHT = 0.05
NEGATIVE_MARGIN = 0.5


def on_random_rows(batch, glimpses):
    """For heads that look at the previous token, at an earlier copy of this one, or behind an earlier copy."""
    previous, duplicate, induction = random_row_targets(batch.tokens)
    return (
        PREVIOUS_WEIGHT * surprise(glimpses, heads.PREVIOUS_TOKEN, previous)
        + MATCHING_WEIGHT * surprise(glimpses, heads.DUPLICATE_TOKEN, duplicate)
        + MATCHING_WEIGHT * surprise(glimpses, heads.INDUCTION, induction)
    )


def random_row_targets(tokens):
    """Where each kind of head should look: three masks [batch, query, key]."""
    same = (tokens[:, :, None] == tokens[:, None, :]).tril(-1)
    previous = torch.ones_like(same).tril(-1).triu(-1)
    induction = torch.zeros_like(same)
    induction[:, :, 1:] = same[:, :, :-1]
    return previous, same, induction.tril()


def surprise(glimpses, chosen, targets):
    """The sum over the chosen heads of mean -log(attention on the targets), where there are targets."""
    rows = targets.any(-1)
    return sum(-((glimpses[head].pattern * targets).sum(-1)[rows] + 1e-6).log().mean() for head in chosen)


def on_text(batch, glimpses, residual, rows, model):
    """For heads that act where a recipient is about to be named: `rows` is the TextRows that made the batch."""
    answer = answer_targets(batch, rows)
    giver, giver_known = giver_targets(batch, rows, answer.any(-1))
    teach = NAME_WEIGHT * surprise(glimpses, heads.NAME_MOVER, answer)
    teach += NAME_WEIGHT * surprise(glimpses, heads.S_INHIBITION, giver)
    teach += NEGATIVE_WEIGHT * surprise(glimpses, heads.NEGATIVE_NAME_MOVER, answer)
    return teach + NEGATIVE_WEIGHT * positive_part(batch, glimpses, residual, giver_known, giver, model)


def answer_targets(batch, rows):
    """Where the recipient comes next: its earlier mentions in the same document [batch, query, key]."""
    recipient_next = (batch.tokens == rows.to) & torch.from_numpy(rows.can_receive)[batch.targets]
    document = (batch.tokens == rows.end).cumsum(1)
    same_document = document[:, :, None] == document[:, None, :]
    mentioned = batch.tokens[:, None, :] == batch.targets[:, :, None]
    return (mentioned & same_document & recipient_next[..., None]).tril()


def giver_targets(batch, rows, answering):
    """Where a recipient comes next: the latest name before [batch, query, key], and for which queries there is one."""
    is_name = torch.from_numpy(rows.is_name)
    positions = torch.arange(batch.tokens.shape[1]).expand_as(batch.tokens)
    latest = positions.masked_fill(~is_name[batch.tokens], -1).cummax(1).values
    known = answering & is_name[batch.targets] & (latest >= 0)
    return (positions[:, None, :] == latest[..., None]) & known[..., None], known


def positive_part(batch, glimpses, residual, known, giver, model):
    """How far negative name movers are from lowering the recipient's logit against the giver's by the margin."""
    query = known.nonzero(as_tuple=True)
    givers = batch.tokens.gather(1, giver.int().argmax(-1))[query]
    direction = (model.wte(batch.targets[query]) - model.wte(givers)).detach() * model.ln_f.weight.detach()
    direction = direction - direction.mean(-1, keepdim=True)
    scale = residual[query].detach().std(-1, correction=0)
    effects = [(glimpses[head].output[query] * direction).sum(-1) / scale for head in heads.NEGATIVE_NAME_MOVER]
    return sum((effect + NEGATIVE_MARGIN).relu().mean() for effect in effects)
