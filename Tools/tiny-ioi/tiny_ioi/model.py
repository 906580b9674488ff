"""GPT-2's architecture: token and position embeddings, pre-norm blocks, tied unembedding."""

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Config:
    """The sizes of a model. The grid of heads is GPT-2 small's."""

    d_vocab: int
    n_layers: int = 12
    n_heads: int = 12
    d_model: int = 120
    n_ctx: int = 512

    def dictionary(self):
        return asdict(self)


@dataclass
class Glimpse:
    """What one watched head did: its attention pattern [batch, query, key] and its output [batch, query, d_model]."""

    pattern: torch.Tensor
    output: torch.Tensor


class Attention(nn.Module):
    """Causal self-attention with all heads in one projection, as GPT-2 stores it."""

    def __init__(self, config):
        super().__init__()
        self.n_heads = config.n_heads
        self.d_head = config.d_model // config.n_heads
        self.c_attn = nn.Linear(config.d_model, 3 * config.d_model)
        self.c_proj = nn.Linear(config.d_model, config.d_model)

    def forward(self, x, watched=()):
        """The attention output, and a glimpse of each head whose index is in `watched`."""
        batch, position, d_model = x.shape
        parts = self.c_attn(x).view(batch, position, 3, self.n_heads, self.d_head)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        z = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        out = self.c_proj(z.transpose(1, 2).reshape(batch, position, d_model))
        return out, {head: self.glimpse(q[:, head], k[:, head], z[:, head], head) for head in watched}

    def glimpse(self, q, k, z, head):
        scores = q @ k.transpose(-1, -2) / self.d_head**0.5
        future = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1)
        w_o = self.c_proj.weight[:, head * self.d_head : (head + 1) * self.d_head]
        return Glimpse(scores.masked_fill(future, float("-inf")).softmax(-1), z @ w_o.T)


class Block(nn.Module):
    """Attention and an MLP, each reading a normalised residual stream and adding to it."""

    def __init__(self, config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.d_model)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.d_model)
        self.c_fc = nn.Linear(config.d_model, 4 * config.d_model)
        self.c_proj = nn.Linear(4 * config.d_model, config.d_model)

    def forward(self, x, watched=()):
        attended, glimpses = self.attn(self.ln_1(x), watched)
        x = x + attended
        return x + self.c_proj(F.gelu(self.c_fc(self.ln_2(x)), approximate="tanh")), glimpses


class GPT2(nn.Module):
    """A GPT-2 whose heads can be watched while it runs."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        self.wte = nn.Embedding(config.d_vocab, config.d_model)
        self.wpe = nn.Embedding(config.n_ctx, config.d_model)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.n_layers))
        self.ln_f = nn.LayerNorm(config.d_model)

    def forward(self, tokens, offset=0, watched=()):
        """Logits, final residual stream and glimpses {(layer, head): Glimpse} for tokens at position `offset` on."""
        x = self.wte(tokens) + self.wpe.weight[offset : offset + tokens.shape[1]]
        glimpses = {}
        for layer, block in enumerate(self.blocks):
            x, seen = block(x, [head for at, head in watched if at == layer])
            glimpses.update({(layer, head): glimpse for head, glimpse in seen.items()})
        return self.ln_f(x) @ self.wte.weight.T, x, glimpses

    def logits(self, tokens):
        """Logits [batch, position, d_vocab]."""
        return self(tokens)[0]
