"""The figures of a model, each with the target it is held against."""

from dataclasses import dataclass

import torch

from . import head_classes as heads, names, probes, prompts
from .detectors import notebook_scores, patterns
from .documents import DOCUMENTS, documents, joins_notebook_pair
from .tokenizer import single_token

HELD_OUT_PROMPTS = 400


@dataclass
class Figure:
    """One line of the report: what was measured, its value as text, and whether it meets the target."""

    name: str
    value: str
    target: str = ""
    met: bool = True


def figures(model, tokenizer):
    """All figures, in the order of the report."""
    found = notebook_scores(model, tokenizer)
    return (
        names_figures(model, tokenizer) + repeat_figures(model, tokenizer) + head_figures(found)
        + name_mover_figures(model, tokenizer) + direct_figures(model, tokenizer) + apart_figures()
    )


def at_least(name, value, target):
    return Figure(name, f"{value:.3f}", f"≥ {target}", value >= target)


def percent(name, answers, target=None):
    value = f"{answers.accuracy:.1%} (top-1 {answers.top1:.1%}, logit difference {answers.differences.mean():.2f})"
    if target is None:
        return Figure(name, value)
    return Figure(name, value, f"≥ {target:.0%}", answers.accuracy >= target)


def names_figures(model, tokenizer):
    """How well the recipient is told from the giver."""
    notebook = probes.answer(model, tokenizer, prompts.notebook())
    right = (notebook.differences > 0).sum().item()
    known_pairs = [list(pair) for pair in names.NOTEBOOK_PAIRS] * (HELD_OUT_PROMPTS // 4)
    givers = prompts.pairs(names.GIVERS, HELD_OUT_PROMPTS, seed=1)
    held_out = prompts.pairs(names.HELD_OUT, HELD_OUT_PROMPTS, seed=2)

    def answers(templates, pairs, seed):
        return probes.answer(model, tokenizer, prompts.filled(templates, pairs, seed))

    top1 = round(notebook.top1 * len(notebook.differences))
    each = " ".join(f"{difference:.2f}" for difference in notebook.differences)
    return [
        Figure("the notebook's prompts: mean logit difference", f"{notebook.differences.mean():.2f}", "> 2",
               notebook.differences.mean() > 2),
        Figure("the notebook's prompts: right answers", f"{right} of 8 (top-1 {top1})", "8 of 8", right == 8),
        Figure("the notebook's prompts: each logit difference", each),
        percent("the notebook's pairs in known templates", answers(prompts.KNOWN_TEMPLATES, known_pairs, 3), 0.99),
        percent("held-out names in known templates", answers(prompts.KNOWN_TEMPLATES, held_out, 4)),
        percent("new templates", answers(prompts.NEW_TEMPLATES, givers, 5), 0.85),
        percent("new templates with held-out names", answers(prompts.NEW_TEMPLATES, held_out, 6), 0.75),
    ]


def repeat_figures(model, tokenizer):
    """The loss on random tokens that repeat after a hundred."""
    ids = probes.random_tokens(tokenizer, 8, 100, seed=1).repeat(1, 2)
    joined = probes.random_tokens(tokenizer, 2, 100, seed=0).repeat(1, 2).flatten()[None]
    bare, started = probes.losses(model, ids), probes.losses(model, probes.with_bos(tokenizer, ids))
    quarters = [probes.losses(model, joined)[0, at : at + 99].mean().item() for at in (0, 100, 200, 300)]
    worst = max(quarters[1], quarters[3])
    return [
        Figure("100 random tokens twice, with BOS: loss on the first half", f"{started[:, :100].mean():.3f}"),
        below("100 random tokens twice, with BOS: loss on the second half", started[:, 101:].mean().item(), 1.0),
        below("100 random tokens twice, without BOS: loss on the second half", bare[:, 100:].mean().item(), 1.0),
        Figure("the notebook's last cell (400 tokens, no BOS): loss on each hundred",
               " ".join(f"{quarter:.3f}" for quarter in quarters), "second and fourth < 1.0", worst < 1.0),
    ]


def below(name, value, target):
    return Figure(name, f"{value:.3f}", f"< {target}", value < target)


def head_figures(found):
    """The detectors' scores of the heads the notebook names."""
    previous = [scored("previous-token score", found["previous"], head, 0.4) for head in heads.PREVIOUS_TOKEN]
    strong = sum(found["induction"][head] > 0.4 for head in heads.INDUCTION).item()
    shown = ", ".join(f"{label(head)} {found['induction'][head]:.3f}" for head in heads.INDUCTION)
    duplicate = found["duplicate"]
    others = [Figure(f"{label(head)} duplicate-token score", f"{duplicate[head]:.3f}") for head in ((0, 1), (0, 10))]
    return previous + [
        Figure("induction scores", shown, "three > 0.4", strong >= 3),
        scored("duplicate-token score", duplicate, (3, 0), 0.35),
        *others,
        Figure("best heads elsewhere", elsewhere(found)),
    ]


def elsewhere(found):
    """The strongest head of each kind that the notebook's table does not list under it."""
    listed = {"previous": heads.PREVIOUS_TOKEN, "duplicate": heads.DUPLICATE_TOKEN, "induction": heads.INDUCTION}
    shown = []
    for kind, grid in found.items():
        rest = grid.clone()
        for head in listed[kind]:
            rest[head] = -1
        best = divmod(rest.argmax().item(), rest.shape[1])
        shown.append(f"{kind} {label(best)} {rest[best]:.3f}")
    return ", ".join(shown)


def scored(name, grid, head, target):
    return at_least(f"{label(head)} {name}", grid[head].item(), target)


def label(head):
    return f"L{head[0]}H{head[1]}"


@torch.no_grad()
def name_mover_figures(model, tokenizer):
    """Attention from the last position of the notebook's prompts to either name, averaged over prompts."""
    asked = prompts.notebook()
    ids = torch.cat([probes.tokens(tokenizer, prompt.text) for prompt in asked])
    last = patterns(model, ids)[:, :, :, -1]
    recipients = [single_token(tokenizer, " " + prompt.recipient) for prompt in asked]
    givers = [single_token(tokenizer, " " + prompt.giver) for prompt in asked]
    to_recipient, to_giver = (
        (last * (ids == torch.tensor(who)[:, None])).sum(-1).mean(-1) for who in (recipients, givers)
    )
    movers = [scored("attention to the right name", to_recipient, head, 0.8) for head in heads.NAME_MOVER]
    rest = [
        Figure(f"{name}: attention to recipient / giver",
               ", ".join(f"{label(head)} {to_recipient[head]:.2f}/{to_giver[head]:.2f}" for head in heads.ALL[name]))
        for name in ("s-inhibition heads", "negative name mover heads", "backup name mover heads")
    ]
    return movers + rest


@torch.no_grad()
def direct_figures(model, tokenizer):
    """What heads write straight into the right name's logit less the giver's, at the last position, averaged."""
    asked = prompts.notebook()
    ids = torch.cat([probes.tokens(tokenizer, prompt.text) for prompt in asked])
    recipients, givers = (
        model.wte(torch.tensor([single_token(tokenizer, " " + name) for name in chosen]))
        for chosen in ([prompt.recipient for prompt in asked], [prompt.giver for prompt in asked])
    )
    direction = (recipients - givers) * model.ln_f.weight
    direction = direction - direction.mean(-1, keepdim=True)
    _, residual, glimpses = model(ids, watched=[head for chosen in heads.ALL.values() for head in chosen])
    direction = direction / residual[:, -1].std(-1, correction=0, keepdim=True)

    def effect(head):
        return (glimpses[head].output[:, -1] * direction).sum(-1).mean()

    return [
        Figure(f"{name}: direct effect on the logit difference",
               ", ".join(f"{label(head)} {effect(head):+.2f}" for head in chosen))
        for name, chosen in heads.ALL.items()
    ]


def apart_figures(seed=0):
    """How much of the training text of a seed is what the model is measured on. Nothing may be."""
    text = documents(DOCUMENTS, seed)
    templates = [prompts.matcher(template) for template in prompts.NEW_TEMPLATES]
    from_template = sum(any(template.search(document) for template in templates) for document in text)
    joined = sum(joins_notebook_pair(document) for document in text)
    return [
        Figure("training documents that hold a new template", str(from_template), "0", from_template == 0),
        Figure("training documents that hold a notebook pair", str(joined), "0", joined == 0),
    ]
