"""The peer's side of `science.py`: answers each line of standard input, which names a row, with a line of JSON.

    python science_worker.py CHECKPOINT INPUTS.json
"""

import json
import sys
from functools import partial

import peer_model
import torch
from answer import serve
from edges import edge_scores
from suffix import fitted
from sweeps import logit_differences

FOLDER, INPUTS = sys.argv[1:3]
STREAMS, HEADS = ("resid_pre", "attn_out", "mlp_out"), ("z", "q", "k", "v", "pattern")


class Rows:
    """The measured pieces of work, each with the numbers that the other program must agree with."""

    def __init__(self, inputs):
        self.model = peer_model.load(FOLDER)
        self.inputs = {
            name: {part: torch.tensor(rows) for part, rows in prompts.items()} for name, prompts in inputs.items()
        }
        # What runs with ablated heads need, so that it isn't counted as often as they are.
        self.whole = {name: self.model(self.inputs[name]["clean"])[:, -1].log_softmax(-1) for name in ("few", "test")}
        _, cache = self.model.run_with_cache(self.inputs["train"]["clean"], names_filter=lambda n: n.endswith("hook_z"))
        self.means = {name: z[:, -1].mean(0) for name, z in cache.items()}

    def metric(self, logits):
        return logit_differences(logits, self.inputs["few"]["answers"]).mean()

    def attribution(self, part):
        """As published: hooks that keep activations on the way forward and gradients on the way back. `part` says whether
        weights have gradients too, as they do unless somebody switches them off."""
        model, few = self.model, self.inputs["few"]
        wanted = lambda name: name.endswith(tuple(f"hook_{site}" for site in STREAMS + HEADS))
        _, clean = model.run_with_cache(few["clean"], names_filter=wanted)
        kept, grads = {}, {}
        with torch.enable_grad():
            model.requires_grad_(part == "weights")
            try:
                model.add_hook(wanted, lambda x, hook: kept.__setitem__(hook.name, x.detach()))
                model.add_hook(wanted, lambda g, hook: grads.__setitem__(hook.name, g.detach()), dir="bwd")
                if part != "weights":
                    model.add_hook("hook_embed", lambda x, hook: x.requires_grad_(True))
                self.metric(model(few["corrupted"])).backward()
            finally:
                model.reset_hooks()
                model.zero_grad(set_to_none=True)
                model.requires_grad_(True)
        return self.maps(clean, kept, grads)

    def maps(self, clean, corrupted, grads):
        """(clean - corrupted) · gradient by [layer, position], by [layer, position, head], and of rows of patterns."""
        numbers = []
        for site in STREAMS + HEADS:
            place = f"attn.hook_{site}" if site in HEADS else f"hook_{site}"
            names = [f"blocks.{layer}.{place}" for layer in range(self.model.cfg.n_layers)]
            products = torch.stack([(clean[name] - corrupted[name]) * grads[name] for name in names])
            scores = products.sum((1, -1))
            numbers += (scores.transpose(1, 2) if site == "pattern" else scores).flatten().tolist()
        return numbers

    def edges(self, _):
        few = self.inputs["few"]
        return edge_scores(self.model, few["clean"], few["corrupted"], self.metric, steps=5).flatten().tolist()

    def optimal(self, components):
        """The losses that are reached, and the evaluations that it took."""
        return [number for layer, head in components for number in fitted(self.model, self.inputs["train"]["clean"], layer, head)]

    def panel(self, heads):
        """Heads replaced by the mean over the training prompts: the mean divergence on the others."""
        return [self.ablated("test", [(layer, head)]) for layer, head in heads]

    def pairs(self, pairs):
        return [self.ablated("few", pair) for pair in pairs]

    def ablated(self, name, heads):
        def replaced(z, hook, head):
            z[:, -1, head] = self.means[hook.name][head]
            return z

        hooks = [(f"blocks.{layer}.attn.hook_z", partial(replaced, head=head)) for layer, head in heads]
        own = self.whole[name]
        changed = self.model.run_with_hooks(self.inputs[name]["clean"], fwd_hooks=hooks)[:, -1].log_softmax(-1)
        return (own.exp() * (own - changed)).sum(-1).mean().item()


def main():
    with open(INPUTS, encoding="utf-8") as file:
        serve(Rows(json.load(file)))


if __name__ == "__main__":
    main()
