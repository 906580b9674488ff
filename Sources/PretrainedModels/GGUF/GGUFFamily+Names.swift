// Names of tensors: `blk.3.attn_q.weight` in the file, `model.layers.3.self_attn.q_proj.weight` as Hugging Face has it.

extension GGUFFamily {
    /// By how much each pair's frequency is divided; read with the config.
    static let ropeFactors = "rope_freqs.weight"

    /// Hugging Face's name for a tensor of the file; nil for one that the family does not have.
    func translated(_ name: String) -> String? { Name(name).flatMap { $0.renamed(tensors) } }

    /// The file's name for a tensor of Hugging Face's.
    func storedName(_ name: String) -> String? {
        let own = Dictionary(tensors.map { ($0.value, $0.key) }) { first, _ in first }
        return Name(name).flatMap { $0.renamed(own) }
    }

    /// What the format changes in the tensor that the file calls `name`.
    func change(of name: String) -> GGUFChange? {
        guard let parts = Name(name) else { return nil }
        return changes[parts.stem + "." + parts.kind] ?? changes[parts.stem]
    }

    /// A name in its parts: `blk.#.attn_q`, 3, `weight`.
    private struct Name {
        let stem: String
        let layer: Substring?
        let kind: Substring

        init?(_ name: String) {
            let words = name.split(separator: ".", omittingEmptySubsequences: false)
            guard words.count > 1, let last = words.last else { return nil }
            // A layer's number as anybody writes it: "03" would be another name for layer 3.
            let place = words.firstIndex { word in Int(word).map { "\($0)" == word } ?? false }
            (kind, layer) = (last, place.map { words[$0] })
            stem = words.indices.dropLast().map { $0 == place ? "#" : words[$0] }.joined(separator: ".")
        }

        func renamed(_ names: [String: String]) -> String? {
            guard let name = names[stem], name.contains("#") == (layer != nil) else { return nil }
            return (layer.map { name.replacing("#", with: $0) } ?? name) + "." + kind
        }
    }
}
