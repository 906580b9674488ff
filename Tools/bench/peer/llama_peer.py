"""A Llama that Hugging Face has read, as TransformerLens's model."""

from transformer_lens import HookedTransformer, HookedTransformerConfig
from transformer_lens.pretrained.weight_conversions import convert_llama_weights


def configuration(of):
    """What TransformerLens has for a Llama of these sizes."""
    return HookedTransformerConfig(
        n_layers=of.num_hidden_layers, d_model=of.hidden_size, n_heads=of.num_attention_heads,
        n_key_value_heads=of.num_key_value_heads, d_head=of.hidden_size // of.num_attention_heads,
        d_mlp=of.intermediate_size, n_ctx=2048, d_vocab=of.vocab_size, act_fn="silu", normalization_type="RMS",
        positional_embedding_type="rotary", rotary_dim=of.hidden_size // of.num_attention_heads, rotary_adjacent_pairs=False,
        rotary_base=int(of.rope_theta), final_rms=True, gated_mlp=True, eps=of.rms_norm_eps,
        original_architecture="LlamaForCausalLM", model_name="llama", device="cpu", default_prepend_bos=True,
    )


def converted(plain, tokenizer=None):
    """TransformerLens's model of the same numbers, with the steps that this family allows."""
    cfg = configuration(plain.config)
    model = HookedTransformer(cfg, tokenizer=tokenizer)
    model.load_and_process_state_dict(
        convert_llama_weights(plain, cfg), fold_ln=True, center_writing_weights=False, center_unembed=True,
        fold_value_biases=True, refactor_factored_attn_matrices=False,
    )
    return model
