"""The ablation notebook's steps with TransformerLens, as one script: what a cold run of the whole takes.

    python peer_notebook.py CHECKPOINT LAYERS

The sweep runs LAYERS of the model's layers; the last line printed says how long it took. Pictures are made as the
JSON that a front end gets. The pattern viewer needs a browser's package; its numbers are computed, not drawn.
"""

import json
import sys
import time

import peer_model
import plotly.express as px
import torch
from fancy_einsum import einsum  # noqa: F401  the notebook imports it
from sweeps import logit_differences, mean_over_batch, mean_over_head_dimension, resample, sweep, zero
from transformer_lens import utils
from transformer_lens.head_detector import detect_head

FORMATS = [
    "When John and Mary went to the shops,{} gave the bag to",
    "When Tom and James went to the park,{} gave the ball to",
    "When Dan and Sid went to the shops,{} gave an apple to",
    "After Martin and Amy went to the park,{} gave a drink to",
]
NAMES = [(" Mary", " John"), (" Tom", " James"), (" Dan", " Sid"), (" Martin", " Amy")]
ABLATIONS = (resample, zero, mean_over_head_dimension, mean_over_batch)


def picture(values, title):
    return px.imshow(
        utils.to_numpy(values), color_continuous_midpoint=0.0, color_continuous_scale="RdBu", title=title
    ).to_json()


def prompts_and_answers(model):
    prompts, answers = [], []
    for text, pair in zip(FORMATS, NAMES):
        for right, wrong in (pair, pair[::-1]):
            prompts.append(text.format(wrong))
            answers.append([model.to_single_token(right), model.to_single_token(wrong)])
    return prompts, torch.tensor(answers)


def ablations(model, layers):
    """The first half of the notebook. Returns the seconds that the sweep took."""
    prompts, answers = prompts_and_answers(model)
    tokens = model.to_tokens(prompts, prepend_bos=True)
    logits, cache = model.run_with_cache(tokens)
    corrupted = model.to_tokens([prompts[row ^ 1] for row in range(len(prompts))], prepend_bos=True)
    corrupted_logits, _corrupted_cache = model.run_with_cache(corrupted)
    low = logit_differences(corrupted_logits, answers).mean()
    high = logit_differences(logits, answers).mean()
    start = time.perf_counter()
    maps = (sweep(model, corrupted, answers, cache, range(layers), ABLATIONS) - low) / (high - low)
    seconds = time.perf_counter() - start
    for values, ablation in zip(maps, ABLATIONS):
        picture(values, ablation.__name__)
    return seconds


def detectors(model):
    """The second half: detectors on repeated random tokens, and one long run."""
    repeated = torch.randint(100, 20000, size=(2, 100)).repeat(1, 2)
    text = model.to_string(repeated)
    for name in ("duplicate_token_head", "previous_token_head", "induction_head"):
        picture(detect_head(model, text, name), name)
    _, cache = model.run_with_cache(repeated.flatten())
    return cache["attn", 4][0, 11].sum().item(), model.to_str_tokens(repeated.flatten())


def main():
    torch.manual_seed(0)
    model = peer_model.load(sys.argv[1])
    layers = min(int(sys.argv[2]), model.cfg.n_layers)
    seconds = ablations(model, layers)
    detectors(model)
    print(json.dumps({"sweepSeconds": seconds, "sweepShare": layers / model.cfg.n_layers}))


if __name__ == "__main__":
    main()
