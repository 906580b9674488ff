"""EAP-IG (inputs) for TransformerLens, from its formulas: scores of all edges, [source, end].

Sources are the embedding, then each layer's heads and its MLP; ends are each layer's queries, keys and values of heads and its
MLP, and at last the logits.
"""

import torch


def edge_scores(model, clean, corrupted, metric, steps):
    """(corrupted - clean output of the source) · gradient at what the end reads, averaged over `steps` points on the way from the
    corrupted to the clean embeddings; 0 where there is no edge. Weights have no gradients, which spares a third of the work."""
    model.set_use_attn_result(True)
    model.set_use_split_qkv_input(True)
    model.set_use_hook_mlp_in(True)
    model.requires_grad_(False)
    try:
        return scores(model, clean, corrupted, metric, steps)
    finally:
        model.reset_hooks()
        model.requires_grad_(True)
        model.set_use_attn_result(False)
        model.set_use_split_qkv_input(False)
        model.set_use_hook_mlp_in(False)


def scores(model, clean, corrupted, metric, steps):
    start, own = outputs(model, clean)
    other_start, other = outputs(model, corrupted)
    differences = other - own
    layers, heads = model.cfg.n_layers, model.cfg.n_heads
    total = torch.zeros(differences.shape[2], layers * (3 * heads + 1) + 1)
    ends = {}
    for layer in range(layers):
        first, sources = layer * (3 * heads + 1), 1 + layer * (heads + 1)
        for number, part in enumerate("qkv"):
            ends[f"blocks.{layer}.hook_{part}_input"] = (first + number * heads, heads, sources)
        ends[f"blocks.{layer}.hook_mlp_in"] = (first + 3 * heads, 1, sources + heads)
    ends[f"blocks.{layers - 1}.hook_resid_post"] = (total.shape[1] - 1, 1, total.shape[0])

    def take(gradient, hook):
        first, count, sources = ends[hook.name]
        gradient = gradient if gradient.ndim == 4 else gradient[:, :, None]
        total[:sources, first : first + count] += torch.einsum("bpsd,bped->se", differences[:, :, :sources], gradient) / steps

    for step in range(steps):
        point = other_start + step / steps * (start - other_start)
        with torch.enable_grad():
            model.reset_hooks()
            model.add_hook("hook_embed", lambda x, hook, point=point: point.clone().requires_grad_(True))
            for name in ends:
                model.add_hook(name, take, dir="bwd")
            metric(model(clean)).backward()
    return total


def outputs(model, tokens):
    """The embedding, and what every source writes: [batch, position, source, d_model]"""
    model.reset_hooks()
    _, cache = model.run_with_cache(
        tokens, names_filter=lambda name: name.endswith(("hook_embed", "hook_result", "hook_mlp_out"))
    )
    parts = [cache["hook_embed"][:, :, None]]
    for layer in range(model.cfg.n_layers):
        parts += [cache["result", layer], cache["mlp_out", layer][:, :, None]]
    return cache["hook_embed"], torch.cat(parts, dim=2)
