"""Models on disk, in the layout Hugging Face uses for GPT-2."""

import json
from pathlib import Path

from safetensors.torch import load_file, save_file

from .model import GPT2, Config

TRANSPOSED = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")
"""GPT-2's files hold these as [input, output], torch's linear layers as [output, input]."""


def save(model, folder):
    """Writes `config.json` and `model.safetensors` (F16) into a folder that has tokenizer files already."""
    tensors = {disk_name(name): parameter.detach() for name, parameter in model.named_parameters()}
    tensors = {name: tensor.T if name.endswith(TRANSPOSED) else tensor for name, tensor in tensors.items()}
    tensors = {name: tensor.half().contiguous() for name, tensor in tensors.items()}
    save_file(tensors, Path(folder) / "model.safetensors", metadata={"format": "pt"})
    (Path(folder) / "config.json").write_text(json.dumps(configuration(model.config), indent=2) + "\n")


def load(folder):
    """The model of a folder, in float32."""
    read = json.loads((Path(folder) / "config.json").read_text())
    model = GPT2(Config(read["vocab_size"], read["n_layer"], read["n_head"], read["n_embd"], read["n_positions"]))
    tensors = load_file(Path(folder) / "model.safetensors")
    state = {}
    for name in model.state_dict():
        tensor = tensors[disk_name(name)].float()
        state[name] = tensor.T if disk_name(name).endswith(TRANSPOSED) else tensor
    model.load_state_dict(state)
    return model.eval()


def disk_name(name):
    """The name on disk of one of our parameters: "blocks.0.c_fc.bias" is "h.0.mlp.c_fc.bias" there."""
    parts = name.split(".")
    if parts[0] != "blocks":
        return name
    if parts[2] in ("c_fc", "c_proj"):
        parts.insert(2, "mlp")
    return ".".join(["h"] + parts[1:])


def configuration(config):
    """The contents of `config.json`."""
    return {
        "model_type": "gpt2",
        "architectures": ["GPT2LMHeadModel"],
        "activation_function": "gelu_new",
        "n_layer": config.n_layers,
        "n_head": config.n_heads,
        "n_embd": config.d_model,
        "n_inner": None,
        "n_positions": config.n_ctx,
        "n_ctx": config.n_ctx,
        "vocab_size": config.d_vocab,
        "layer_norm_epsilon": 1e-05,
        "bos_token_id": config.d_vocab - 1,
        "eos_token_id": config.d_vocab - 1,
        "attn_pdrop": 0.0,
        "embd_pdrop": 0.0,
        "resid_pdrop": 0.0,
        "initializer_range": 0.02,
        "scale_attn_weights": True,
        "tie_word_embeddings": True,
        "torch_dtype": "float16",
    }
