internal import Platform
internal import TensorCore

/// How the next token is chosen from logits.
///
/// The choice is drawn from softmax(logits / temperature), after tokens outside the `topK` most likely ones, and then
/// those
/// outside the smallest set that has the probability `topP`, are ruled out.
struct TokenSampler {
    let temperature: Double
    let topK: Int?
    let topP: Double?
    let freqPenalty: Double
    private var generator: RandomGenerator?

    /// - Parameter seed: nil draws from the generator that ``manualSeed(_:)`` starts.
    /// - Throws: ``ModelError/optionOutOfRange(_:value:expected:)`` that says what the option may be.
    init(temperature: Double, topK: Int?, topP: Double?, freqPenalty: Double, seed: Int?) throws {
        guard temperature >= 0, temperature.isFinite else {
            throw ModelError.optionOutOfRange(
                "temperature", value: "\(temperature)", expected: "at least 0, where 0 means the likeliest token")
        }
        if let topK, topK < 1 {
            throw ModelError.optionOutOfRange("topK", value: "\(topK)", expected: "at least 1")
        }
        if let topP, !(topP > 0 && topP <= 1) {
            throw ModelError.optionOutOfRange("topP", value: "\(topP)", expected: "above 0 and at most 1")
        }
        guard freqPenalty.isFinite else {
            throw ModelError.optionOutOfRange("freqPenalty", value: "\(freqPenalty)", expected: "finite")
        }
        (self.temperature, self.topK, self.topP, self.freqPenalty) = (temperature, topK, topP, freqPenalty)
        generator = seed.map { RandomGenerator(seed: UInt64(bitPattern: Int64($0))) }
    }

    /// The next token of a prompt, from its logits and the tokens so far.
    mutating func choose(_ logits: UnsafeBufferPointer<Float>, after tokens: [Int]) -> Int {
        if temperature == 0, freqPenalty == 0 { return Self.largest(logits) }
        var scores = logits.map { temperature > 0 ? Double($0) / temperature : Double($0) }
        if freqPenalty != 0 {
            for token in tokens where scores.indices.contains(token) { scores[token] -= freqPenalty }
        }
        guard temperature > 0, let top = scores.max() else {
            return scores.withUnsafeBufferPointer { Self.largest($0) }
        }
        var order = scores.indices.map { $0 }
        if topK != nil || topP != nil { order.sort { (scores[$1], $0) < (scores[$0], $1) } }
        if let topK { order.removeLast(max(0, order.count - topK)) }
        var weights = order.map { exp(scores[$0] - top) }
        if let topP { weights = Self.leading(weights, holding: topP) }
        return order[draw(weights)]
    }

    /// The first of the largest.
    private static func largest(_ scores: UnsafeBufferPointer<some BinaryFloatingPoint>) -> Int {
        var best = 0
        for (index, score) in scores.enumerated() where score > scores[best] { best = index }
        return best
    }

    /// The first weights, as few as hold the share `share` of all.
    private static func leading(_ weights: [Double], holding share: Double) -> [Double] {
        let wanted = weights.reduce(0, +) * share
        var held = 0.0
        for (index, weight) in weights.enumerated() {
            held += weight
            if held >= wanted { return Array(weights[...index]) }
        }
        return weights
    }

    private mutating func draw(_ weights: [Double]) -> Int {
        var rest = uniform() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.lastIndex { $0 > 0 } ?? 0
    }

    /// A number in 0..<1.
    private mutating func uniform() -> Double {
        guard var own = generator else { return Tensor.rand([1]).item() }
        defer { generator = own }
        return Tensor.rand([1], using: &own).item()
    }
}
