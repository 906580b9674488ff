import Foundation
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Tensor functions answer as PyTorch does, shapes without elements, NaN and infinities among their inputs.
///
/// `TORCH_CASES` names another file of what `Tools/torch/cases.py` writes.
struct TorchComparisonTests {
    private static let path = ProcessInfo.processInfo.environment["TORCH_CASES"] ?? Golden.path("torch/cases.jsonl")

    @Test func answersArePyTorchs() throws {
        let cases = try TorchCase.read(Self.path)
        #expect(cases.count > 500)
        for (number, call) in cases.enumerated() {
            let problem = Self.problem(call)
            #expect(problem == nil, "line \(number + 1), \(call.call)\(call.args ?? [:]): \(problem ?? "")")
        }
    }

    @Test func everyFunctionOfTheTableIsCalled() throws {
        let called = Set(try TorchCase.read(Golden.path("torch/cases.jsonl")).map(\.call))
        #expect(called.symmetricDifference(TorchTable.functions.keys).sorted() == [])
    }

    private static func problem(_ call: TorchCase) -> String? {
        guard let function = TorchTable.functions[call.call] else { return "not in the table" }
        let shapes = call.in.map { "\($0.s) \($0.d)" }.joined(separator: ", ")
        do {
            let results = try Fault.catching {
                let results = function(call, call.tensors)
                for result in results { try result.computeNow() }
                return results
            }
            guard let expected = call.out else {
                return answersMore.contains(call.call) ? nil : "of \(shapes) answered, and PyTorch refuses"
            }
            guard results.count == expected.count else { return "\(results.count) tensors for \(expected.count)" }
            let differences = zip(expected, results).compactMap { $0.difference(from: $1) }
            return differences.first.map { "of \(shapes): \($0)" }
        } catch {
            return call.refused == true ? nil : "of \(shapes): \(error)"
        }
    }

    /// Functions that answer where PyTorch refuses, on purpose.
    private static let answersMore: Set = [
        // Types: integers are converted where PyTorch asks for floats.
        "mean", "var", "std", "norm", "softmax", "logSoftmax", "quantile", "median", "matmul", "dot", "-",
        // Lists of positions may count from the end, and stand beside each other.
        "indexSelect", "gather", "subscript",
        // Truth values have a largest one.
        "argmax", "argmin",
        // A range that runs the other way is empty, as in Swift and Python.
        "arange",
    ]
}
