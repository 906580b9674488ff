"""The token ids that both programs run on: as long as the notebook's, and drawn, since the model has learnt nothing."""

import json
import random

VOCABULARY = 50257
END_OF_TEXT = VOCABULARY - 1
PAIRS, LENGTH, NAME = 4, 15, 10
HALF = 100


def make():
    """Prompts in pairs that differ in one token, the answers of each, and two rows of random tokens that repeat."""
    draw = random.Random(20)
    clean, answers = [], []
    for _ in range(PAIRS):
        sentence = [END_OF_TEXT] + draw.sample(range(VOCABULARY - 1), LENGTH - 1)
        pair = [sentence[2], sentence[4]]
        for right, wrong in (pair, pair[::-1]):
            clean.append(sentence[:NAME] + [wrong] + sentence[NAME + 1 :])
            answers.append([right, wrong])
    corrupted = [clean[row ^ 1] for row in range(len(clean))]
    halves = [[draw.randrange(100, 20000) for _ in range(HALF)] for _ in range(2)]
    return {"clean": clean, "corrupted": corrupted, "answers": answers, "repeated": [half * 2 for half in halves]}


def write(path):
    path.write_text(json.dumps(make()), encoding="utf-8")
