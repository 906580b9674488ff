"""Llamas of random weights, of the sizes that people run on one machine.

    python growth_models.py FOLDER NAME
"""

import sys
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

# Parameters in all, layers, d_model, heads, heads of keys and values, d_mlp, vocabulary. The shapes are those of Pythia
# 14M, 70M, 160M and 410M, with Llama's parts, and of Qwen2.5-0.5B.
SIZES = {
    "14M": (6, 128, 4, 4, 512, 50304),
    "70M": (6, 512, 8, 8, 2048, 50304),
    "160M": (12, 768, 12, 12, 3072, 50304),
    "410M": (24, 1024, 16, 16, 4096, 50304),
    "0.5B": (24, 896, 14, 2, 4864, 151936),
}


def write(folder, name):
    """The checkpoint `folder`/`name`, unless it is there."""
    target = Path(folder, name)
    if Path(target, "config.json").exists():
        return target
    layers, width, heads, key_heads, neurons, words = SIZES[name]
    torch.manual_seed(1)
    LlamaForCausalLM(
        LlamaConfig(
            num_hidden_layers=layers, hidden_size=width, num_attention_heads=heads, num_key_value_heads=key_heads,
            intermediate_size=neurons, vocab_size=words, max_position_embeddings=2048, tie_word_embeddings=True,
        )
    ).save_pretrained(target, max_shard_size="8GB")
    return target


def multiplications(config, length):
    """Of a prompt of so many tokens, all logits included: each weight once a token, and each pair of positions that attention
    looks at twice a head."""
    width, heads, key_heads = config["hidden_size"], config["num_attention_heads"], config["num_key_value_heads"]
    head = width // heads
    matrices = width * head * (2 * heads + 2 * key_heads) + 3 * width * config["intermediate_size"]
    layers = config["num_hidden_layers"]
    pairs = length * (length + 1) // 2
    return layers * (length * matrices + 2 * pairs * heads * head) + length * width * config["vocab_size"]


if __name__ == "__main__":
    print(write(*sys.argv[1:3]))
