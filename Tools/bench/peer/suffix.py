"""Optimal ablation as a straightforward loop with TransformerLens: only the layers from the component's own on are run."""

import torch

EVALUATIONS = 25


def fitted(model, tokens, layer, head):
    """One component's constant at the last position by the method's authors' Adam from the mean, for all prompts at once; `head` is None for
    the MLP. The divergence that is left, the mean's, and how often it was evaluated."""
    name = f"blocks.{layer}.hook_mlp_out" if head is None else f"blocks.{layer}.attn.hook_z"
    start = f"blocks.{layer}.hook_resid_pre"
    logits, cache = model.run_with_cache(tokens, names_filter=lambda n: n in (name, start))
    own, before = logits[:, -1].log_softmax(-1), cache[start]
    usual = cache[name][:, -1].mean(0)
    constant = (usual if head is None else usual[head]).clone().requires_grad_(True)
    found = []

    def replaced(activation, hook):
        activation = activation.clone()
        activation[(slice(None), -1) if head is None else (slice(None), -1, head)] = constant
        return activation

    optimizer = torch.optim.Adam([constant], lr=2e-3)
    model.requires_grad_(False)
    try:
        with torch.enable_grad():
            for _ in range(EVALUATIONS):
                optimizer.zero_grad()
                logits = model.run_with_hooks(before, start_at_layer=layer, fwd_hooks=[(name, replaced)])
                loss = (own.exp() * (own - logits[:, -1].log_softmax(-1))).sum(-1).mean()
                loss.backward()
                optimizer.step()
                found.append(loss.item())
    finally:
        model.requires_grad_(True)
    return min(found), found[0], len(found)
