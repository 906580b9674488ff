"""The training loop."""

import time

import numpy as np
import torch
from torch.nn import functional as F

from . import checkpoint, curriculum, guidance, head_classes, probes, prompts, tokenizer as bpe
from .detectors import scores
from .documents import DOCUMENTS, documents
from .initialisation import initialise
from .model import GPT2, Config
from .optimiser import Optimiser
from .random_rows import RandomRows
from .text_rows import TextRows

TEXT_TOKENS = 1536
RANDOM_TOKENS = 1536


class Training:
    """A model on its way from its first weights to its last, a function of the seed and the number of steps."""

    def __init__(self, folder, steps, seed):
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        self.folder, self.steps = folder, steps
        self.tokenizer = bpe.train(folder, seed)
        self.random = np.random.default_rng(seed)
        self.model = GPT2(Config(self.tokenizer.get_vocab_size()))
        initialise(self.model)
        n_ctx = self.model.config.n_ctx
        self.text = TextRows(self.tokenizer, documents(DOCUMENTS, seed), n_ctx, self.random)
        self.repeats = RandomRows(self.tokenizer, n_ctx, self.random)
        self.optimiser = Optimiser(self.model)

    def run(self, report_every=25, save_every=100):
        """Trains to the end, reporting and saving on the way."""
        started = time.process_time()
        for step in range(self.steps):
            text, repeats = self.step(step)
            if (step + 1) % report_every == 0 or step + 1 == self.steps:
                seconds = time.process_time() - started
                progress = f"step {step + 1} cpu {seconds:.0f}s text {text:.3f} random {repeats:.3f}"
                print(progress, self.state(), flush=True)
            if (step + 1) % save_every == 0 or step + 1 == self.steps:
                checkpoint.save(self.model, self.folder)

    def step(self, step):
        """One update. Returns the losses on text and on random tokens."""
        guide = curriculum.guidance_factor(step, self.steps)
        length = curriculum.random_row_length(step, self.steps, self.random)
        text = self.learn(self.text.batch(TEXT_TOKENS), guide, head_classes.ON_TEXT, self.text_guidance)
        repeats = self.learn(
            self.repeats.batch(RANDOM_TOKENS, length), guide, head_classes.ON_RANDOM_ROWS, self.random_guidance
        )
        self.optimiser.step(curriculum.learning_rate_factor(step, self.steps))
        return text, repeats

    def learn(self, batch, guide, watched, auxiliary):
        """Adds a batch's gradients and returns its loss; `guide` scales the auxiliary loss on the watched heads."""
        logits, residual, glimpses = self.model(batch.tokens, batch.offset, watched if guide > 0 else ())
        each = F.cross_entropy(logits.flatten(0, 1), batch.targets.flatten(), reduction="none")
        loss = (each.view_as(batch.weights) * batch.weights).sum() / batch.weights.sum()
        total = loss + guide * auxiliary(batch, glimpses, residual) if guide > 0 else loss
        total.backward()
        return loss.item()

    def text_guidance(self, batch, glimpses, residual):
        return guidance.on_text(batch, glimpses, residual, self.text, self.model)

    def random_guidance(self, batch, glimpses, residual):
        return guidance.on_random_rows(batch, glimpses)

    def state(self):
        """A short account of what the model can do by now. Evaluation templates play no part in it."""
        answers = probes.answer(self.model, self.tokenizer, prompts.notebook())
        ids = probes.random_tokens(self.tokenizer, 2, 100, seed=1).repeat(1, 2)
        rows = (probes.with_bos(self.tokenizer, ids), ids)
        second_half = [probes.losses(self.model, row)[:, -99:].mean() for row in rows]
        found = scores(self.model, probes.with_bos(self.tokenizer, ids[:1]))
        heads = {"previous": head_classes.PREVIOUS_TOKEN, "duplicate": head_classes.DUPLICATE_TOKEN,
                 "induction": head_classes.INDUCTION}
        shown = " ".join(f"{kind} " + "/".join(f"{found[kind][head]:.2f}" for head in heads[kind]) for kind in heads)
        return (
            f"ioi {answers.differences.mean():.2f} {answers.accuracy * 8:.0f}/8 "
            f"repeat {second_half[0]:.2f} no-bos {second_half[1]:.2f} {shown}"
        )
