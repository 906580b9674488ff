public import Display
public import HookedTransformers

extension HookedTransformerConfig: Displayable {
    /// The sizes and settings, a line for each as text, and as an HTML table.
    ///
    /// ```swift
    /// display(model.cfg)
    /// ```
    public var mimeBundle: MIMEBundle {
        let lines = settings.map { "    \($0[0]): \($0[1])\n" }.joined()
        let sheet = table(settings, columns: ["config", "value"])
        return MIMEBundle(plain: "HookedTransformerConfig(\n\(lines))")
            .with(.html, sheet.mimeBundle.representations[.html] ?? "")
    }

    /// Names with values, as rows of a table.
    var settings: [[String]] {
        [
            ["modelName", modelName], ["nLayers", "\(nLayers)"], ["nHeads", "\(nHeads)"], ["dModel", "\(dModel)"],
            ["dHead", "\(dHead)"], ["dMLP", "\(dMLP)"], ["nCtx", "\(nCtx)"], ["dVocab", "\(dVocab)"],
            ["actFn", "\(actFn)"], ["eps", "\(eps)"], ["normalizationType", "\(normalizationType)"],
            ["defaultPrependBOS", "\(defaultPrependBOS)"],
        ] + kinds.compactMap { name, value in value.map { [name, "\($0)"] } }
    }

    /// What other families than GPT-2's have, where this model has it.
    private var kinds: [(String, Any?)] {
        [
            ("nKeyValueHeads", nKeyValueHeads),
            ("positionalEmbeddingType", positionalEmbeddingType == .standard ? nil : positionalEmbeddingType),
            ("rotaryDim", rotaryDim), ("rotaryBase", rotaryDim.map { _ in rotaryBase }),
            ("rotaryBaseLocal", rotaryBaseLocal), ("ntkByPartsFactor", useNTKByPartsRope ? ntkByPartsFactor : nil),
            ("windowSize", windowSize), ("attnTypes", attnTypes), ("attnScoresSoftCap", attnScoresSoftCap),
            ("outputLogitsSoftCap", outputLogitsSoftCap), ("dVocabOut", dVocabOut == dVocab ? nil : dVocabOut),
            ("attentionDir", attentionDir == .causal ? nil : attentionDir), ("attnOnly", attnOnly ? true : nil),
            ("gatedMLP", gatedMLP ? true : nil), ("parallelAttnMLP", parallelAttnMLP ? true : nil),
            ("useQKNorm", useQKNorm ? true : nil), ("finalRMS", finalRMS ? true : nil),
            ("useNormalizationBeforeAndAfter", useNormalizationBeforeAndAfter ? true : nil),
        ]
    }
}

extension HookedTransformerConfig: CustomStringConvertible {
    /// The sizes and settings, a line for each: `print(model.cfg)`.
    public var description: String { mimeBundle.plain }
}
