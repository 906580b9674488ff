import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Every function of the table of tensor functions has a rule that central differences confirm, gives a constant, or says that it has none.
struct GradientRuleTests {
    /// What has no slope, or is no function of fractions.
    private static let constants: Set = [
        "isNaN", "round", "floor", "ceil", "trunc", "sign", "floorDivided", ".<", ".<=", ".>", ".>=", ".==", ".!=",
        ".&",
        ".|", "argmax", "argmin", "any", "all", "argsort", "nonzero", "oneHot", "asType", "linspace", "arange", "eye",
        "full",
    ]
    private static let withoutRules: Set = ["cumprod"]

    @Test func everyFunctionOfTheTableIsDifferentiatedOrSaysThatItIsNot() throws {
        let cases = try TorchCase.read(Golden.path("torch/cases.jsonl")).filter { $0.out != nil }
        var (differentiated, constant, refused) = (Set<String>(), Set<String>(), Set<String>())
        for call in cases {
            guard let function = TorchTable.functions[call.call] else { continue }
            let inputs = Self.smooth(call)
            for (number, input) in inputs.enumerated() where input.dtype == .float32 && input.count > 0 {
                do {
                    try compare(call, inputs, number, function)
                    differentiated.insert(call.call)
                } catch GradientError.doesNotDepend, GradientError.unusedInput {
                    constant.insert(call.call)
                } catch GradientError.notANumber {
                    continue
                } catch GradientError.noRule(let operation) {
                    #expect(operation == call.call)
                    refused.insert(call.call)
                }
            }
        }
        #expect(constant.subtracting(Self.constants).subtracting(["pow"]).sorted() == [])
        #expect(refused == Self.withoutRules)
        let all = Set(TorchTable.functions.keys)
        // The cases of diagonals that answer hold no elements; GradientTests has one that does.
        #expect(
            all.subtracting(differentiated).subtracting(["diagonal"]).subtracting(Self.constants).subtracting(refused)
                .sorted() == [])
    }

    /// The case's shapes with numbers that are apart from each other and from where functions bend.
    private static func smooth(_ call: TorchCase) -> [Tensor] {
        var generator = RepeatableRandomGenerator(seed: UInt64(call.call.utf8.reduce(0) { $0 + Int($1) }))
        let isPositive = ["log", "sqrt", "rsqrt", "log2", "log10", "log1p", "pow", "powDouble", "powInt", "%"]
        let isInteger = ["indexSelect", "gather", "masked", "where", "maskedFilled", "oneHot"]
        return call.tensors.enumerated().map { number, tensor in
            if tensor.dtype != .float32, isInteger.contains(call.call),
                number != 0 || ["where", "oneHot"].contains(call.call)
            {
                return tensor
            }
            guard tensor.dtype == .float32 || !isInteger.contains(call.call) || number == 0 else { return tensor }
            let order = (0..<tensor.count).shuffled(using: &generator)
            let values = order.map { place in
                let size = 0.35 + 1.3 * (Float(place) + 0.2 * Float(number + 1)) / Float(max(1, tensor.count))
                return isPositive.contains(call.call) || place % 2 == 0 ? size : -size
            }
            return Tensor(values, shape: tensor.shape)
        }
    }

    private func compare(
        _ call: TorchCase, _ inputs: [Tensor], _ number: Int, _ function: @escaping TorchTable.Function
    ) throws {
        var generator = RepeatableRandomGenerator(seed: 7)
        let probe = { (tensor: Tensor) in
            Tensor(
                (0..<tensor.count).map { _ in Float.random(in: -1...1, using: &generator) }, shape: tensor.shape)
        }
        let results = try Fault.catching { function(call, inputs) }
        guard results.contains(where: { $0.count > 0 }) else { return }
        let weights = results.map { $0.dtype == .float32 ? probe($0) : nil }
        let metric = { (x: Tensor) in
            var changed = inputs
            changed[number] = x
            let parts = zip(function(call, changed), weights).compactMap { result, weight in
                weight.map { (result * $0).sum() }
            }
            return parts.reduce(Tensor(0.0), +)
        }
        let x = inputs[number]
        let (value, gradient) = try valueAndGradient(at: x, metric)
        // A deviation of 0 has no slope; where elements are close, a step goes from one to the next.
        let isKinked = ["maximum", "minimum", "max", "min"].contains(call.call) && x.count > 50
        guard value.item().isFinite, !isKinked, call.call != "std" || !gradient.isNaN().any() else { return }
        let direction = probe(x)
        let step = 4e-3
        let (up, down) = try Fault.catching {
            (metric(x + direction * step).item(), metric(x - direction * step).item())
        }
        let expected = (up - down) / (2 * step)
        let found = (gradient * direction).sum().item()
        let scale = max(1, abs(expected), gradient.norm().item(), abs(value.item()) / 10)
        #expect(
            abs(found - expected) <= 4e-3 * scale,
            "\(call.call) \(call.args ?? [:]) of \(x.shape): \(found) for \(expected)")
    }
}
