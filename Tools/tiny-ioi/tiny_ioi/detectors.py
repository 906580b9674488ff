"""How strongly each head does the work of a named kind, measured as TransformerLens does ("mul")."""

import torch

from .guidance import random_row_targets
from .probes import random_tokens, tokens


@torch.no_grad()
def patterns(model, ids):
    """Attention patterns [layer, head, batch, query, key]."""
    config = model.config
    heads = [(layer, head) for layer in range(config.n_layers) for head in range(config.n_heads)]
    glimpses = model(ids, watched=heads)[2]
    stacked = torch.stack([glimpses[head].pattern for head in heads])
    return stacked.unflatten(0, (config.n_layers, config.n_heads))


def scores(model, ids):
    """For a row of ids with a BOS: the share of all attention on each kind's targets, by kind [layer, head]."""
    attention = patterns(model, ids)[:, :, 0]
    kinds = zip(("previous", "duplicate", "induction"), random_row_targets(ids))
    return {kind: (attention * target[0]).sum((-2, -1)) / attention.sum((-2, -1)) for kind, target in kinds}


def notebook_scores(model, tokenizer, seed=0):
    """Scores as the notebook takes them: two repeated rows are decoded, encoded again, and their scores averaged."""
    rows = random_tokens(tokenizer, 2, 100, seed).repeat(1, 2)
    texts = [tokenizer.decode(row.tolist(), skip_special_tokens=False) for row in rows]
    each = [scores(model, tokens(tokenizer, text)) for text in texts]
    return {kind: (each[0][kind] + each[1][kind]) / 2 for kind in each[0]}
