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
        guard topK != nil || topP != nil else { return draw(scores.map { exp($0 - top) }) }
        let (order, weights) = likeliest(scores, top)
        return order[draw(weights)]
    }

    /// The tokens that are not ruled out, the likeliest first, and how likely they are to each other.
    private func likeliest(_ scores: [Double], _ top: Double) -> (tokens: [Int], weights: [Double]) {
        let most = min(topK ?? scores.count, scores.count)
        let total = topP == nil || topK != nil ? nil : scores.reduce(0) { $0 + exp($1 - top) }
        // Few tokens hold most of the probability, nearly always: putting the others in order would take longer than all else.
        var count = total == nil ? most : min(most, 256)
        while true {
            let order = Self.first(count, of: scores)
            let weights = order.map { exp(scores[$0] - top) }
            guard let topP else { return (order, weights) }
            let wanted = (total ?? weights.reduce(0, +)) * topP
            if let needed = Self.count(of: weights, holding: wanted) { return (order, Array(weights[..<needed])) }
            if count == most { return (order, weights) }
            count = min(most, 8 * count)
        }
    }

    /// The numbers of the largest, these first, and of equals the first.
    private static func first(_ count: Int, of scores: [Double]) -> [Int] {
        var (found, least) = ([Int](), -Double.infinity)
        found.reserveCapacity(min(2 * count, scores.count))
        func cut() {
            found.sort { (scores[$1], $0) < (scores[$0], $1) }
            found.removeLast(max(0, found.count - count))
        }
        for index in scores.indices where found.count < count || scores[index] > least {
            found.append(index)
            if found.count >= 2 * count {
                cut()
                least = scores[found[count - 1]]
            }
        }
        cut()
        return found
    }

    /// The first of the largest.
    private static func largest(_ scores: UnsafeBufferPointer<some BinaryFloatingPoint>) -> Int {
        var best = 0
        for (index, score) in scores.enumerated() where score > scores[best] { best = index }
        return best
    }

    /// How many of the first weights hold `wanted`; nil where all of them hold less.
    private static func count(of weights: [Double], holding wanted: Double) -> Int? {
        var held = 0.0
        for (index, weight) in weights.enumerated() {
            held += weight
            if held >= wanted { return index + 1 }
        }
        return nil
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
