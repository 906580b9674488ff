internal import CellHost

extension HostLibrary {
    /// What TransformerLens and PyTorch have of a model in modules, which here the model has itself.
    func nameModelsAsOthersDo() {
        let layers = ["W_Q", "W_K", "W_V", "W_O", "b_Q", "b_K", "b_V", "b_O"].map {
            "blocks.attn.\($0) -> model.\($0)[#at(0)]"
        }
        let neurons = ["W_in", "b_in", "W_out", "b_out"].map { "blocks.mlp.\($0) -> model.\($0)[#at(0)]" }
        otherNames(on: "HookedTransformer", (layers + neurons).joined(separator: "\n"))
        otherNames(
            on: "HookedTransformer",
            """
            blocks layers h : weights of all layers are stacked, layer first: model.W_Q[0] for model.blocks[0].attn.W_Q
            embed.W_E -> model.W_E
            embed -> model.W_E[#1(tokens)]
            pos_embed.W_pos posEmbed.W_pos -> model.W_pos
            pos_embed posEmbed -> model.W_pos
            unembed.W_U -> model.W_U
            unembed.b_U -> model.b_U
            unembed -> model.W_U
            ln_final lnFinal ln_f -> cache.applyLNToStack(cache["resid_post", -1], layer: -1)
            config -> model.cfg
            n_layers nLayers -> model.cfg.nLayers
            forward __call__ -> model(#1(tokens))
            encode tokenize -> model.toTokens(#1(text))
            decode -> model.toString(#1(tokens))
            to_str_tokens -> model.toStrTokens(#1(text))
            hook_dict -> model.hookDict
            parameters named_parameters state_dict -> model.W_E
            all_head_labels -> model.allHeadLabels
            eval train to cuda cpu half float : a model is ready as it is loaded, on the processor; leave it out
            zero_grad backward : ask for gradients by 'try model.runWithGradients(tokens, of: metric)'
            """)
        otherNames(
            on: "HookedTransformer.Type",
            """
            from_pretrained -> HookedTransformer.fromPretrained(#1("tiny-ioi"))
            from_pretrained_no_processing -> HookedTransformer.fromPretrainedNoProcessing(#1("tiny-ioi"))
            """)
        otherNames(
            on: "ActivationCache",
            """
            items cache_dict -> zip(cache.keys, cache.values)
            remove_batch_dim -> cache.removingBatchDim()
            apply_ln_to_stack -> cache.applyLNToStack(cache["resid_post", -1], layer: -1)
            to cpu : all activations are on the processor; leave it out
            """)
    }
}
