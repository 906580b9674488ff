"""Runs that show what a model can do: names after prompts, and repeated random tokens."""

from dataclasses import dataclass

import torch
from torch.nn import functional as F

from .tokenizer import bos, single_token


@dataclass
class Answers:
    """Final logits of prompts and the ids of both names: logits [prompt, d_vocab], recipients and givers [prompt]."""

    logits: torch.Tensor
    recipients: torch.Tensor
    givers: torch.Tensor

    @property
    def differences(self):
        """The recipient's logit less the giver's [prompt]."""
        rows = torch.arange(len(self.logits))
        return self.logits[rows, self.recipients] - self.logits[rows, self.givers]

    @property
    def accuracy(self):
        """The share of prompts where the recipient is more likely than the giver."""
        return (self.differences > 0).float().mean().item()

    @property
    def top1(self):
        """The share of prompts where the recipient is the likeliest token of all."""
        return (self.logits.argmax(-1) == self.recipients).float().mean().item()


@torch.no_grad()
def answer(model, tokenizer, prompts):
    """What a model says after each prompt, each run alone with a BOS."""
    logits = [model.logits(tokens(tokenizer, prompt.text))[0, -1] for prompt in prompts]
    recipients = [single_token(tokenizer, " " + prompt.recipient) for prompt in prompts]
    givers = [single_token(tokenizer, " " + prompt.giver) for prompt in prompts]
    return Answers(torch.stack(logits), torch.tensor(recipients), torch.tensor(givers))


def tokens(tokenizer, text):
    """BOS and the ids of a text [1, position]."""
    return torch.tensor([[bos(tokenizer)] + tokenizer.encode(text).ids])


def random_tokens(tokenizer, rows, length, seed):
    """Random ids as the notebook draws them, from 100 up to the vocabulary's end [rows, length]."""
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(100, min(20_000, tokenizer.get_vocab_size()), (rows, length), generator=generator)


def with_bos(tokenizer, ids):
    """The ids with a column of BOS in front."""
    return torch.cat([torch.full((len(ids), 1), bos(tokenizer)), ids], dim=1)


@torch.no_grad()
def losses(model, ids):
    """The loss of predicting each token from those before it [rows, position - 1]."""
    logits = model.logits(ids)[:, :-1]
    return F.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten(), reduction="none").view(len(ids), -1)
