"""Prompts of drawn tokens for the measurements of ablation science, as long as the notebook's."""

import random

import inputs

TRAIN, TEST, FEW = 64, 64, 8


def prompts(draw, count):
    """Rows of tokens with a right and a wrong answer, and the same about the other answer."""
    clean, corrupted, answers = [], [], []
    for _ in range(count):
        sentence = [inputs.END_OF_TEXT] + draw.sample(range(inputs.VOCABULARY - 1), inputs.LENGTH - 1)
        right, wrong = sentence[2], sentence[4]
        clean.append(sentence[: inputs.NAME] + [wrong] + sentence[inputs.NAME + 1 :])
        corrupted.append(sentence[: inputs.NAME] + [right] + sentence[inputs.NAME + 1 :])
        answers.append([right, wrong])
    return {"clean": clean, "corrupted": corrupted, "answers": answers}


def make():
    """`few` for attributions and pairs, `train` for constants and means, `test` for the panel."""
    draw = random.Random(21)
    return {name: prompts(draw, count) for name, count in (("few", FEW), ("train", TRAIN), ("test", TEST))}
