import CellHost
import CellInterpreter
import CellLibrary
import Display
import Foundation
import TestSupport
import Testing

/// Every function of the table that takes tensors is called with shapes without elements, with lengths of 10⁹ and 2⁴⁰, with
/// Int.max, NaN and infinities, under a memory limit: what comes back is a value or an error.
///
/// The calls are made from the declarations, so that a new function is among them. Set `FUZZ_ROUNDS` for a longer search.
@Suite struct DegenerateInputTests {
    @Test func noCallEndsTheSession() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            DegenerateCalls(seed: 11).run(rounds: Mutations.rounds(2500))
        }
        // The last cell is what ended the process, if anything did.
        let log = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(log.hasSuffix("done\n"), "\(log.suffix(600))")
    }

    /// Functions whose arguments no pool has: they are called by tests of their own.
    @Test func nearlyEveryFunctionIsCalled() {
        let silent = DegenerateCalls(seed: 1).uncalled
        #expect(silent.count < 40, "\(silent)")
    }
}

/// Calls with odd arguments, in one session after another.
struct DegenerateCalls {
    private let functions: [DeclaredFunction]
    let uncalled: [String]
    private let seed: UInt64

    private static let owners: Set<String> = [
        "", "Tensor", "FactoredMatrix", "HookedTransformer", "ActivationCache", "RandomGenerator",
    ]

    init(seed: UInt64) {
        self.seed = seed
        let all = HostLibrary.swiftLens().signatures()
            .filter { Self.owners.contains($0.owner ?? "") }
            .compactMap { DeclaredFunction(owner: $0.owner, text: $0.text) }
            .filter { !Self.outOfBounds.contains($0.name) && !$0.writesAFile && $0.concernsTensors }
        functions = all.filter(\.hasArguments)
        uncalled = all.filter { !$0.hasArguments }.map { "\($0.owner ?? "").\($0.name)" }
    }

    /// What reads and writes files, waits for a person or loads models.
    private static let outOfBounds: Set = [
        "readLine", "saveTensors", "loadTensors", "saveText", "save", "load", "fromPretrained", "print", "dump",
        "fromPretrainedNoProcessing", "savePretrained", "generate",
    ]

    func run(rounds: Int) {
        // Large requests are refused, and small ones are not.
        ProcessLimits.leaveAddresses(1500 << 20)
        let late = LateCells(after: 0.5)
        var random = RepeatableRandomGenerator(seed: seed)
        onDeepStack {
            for first in stride(from: 0, to: rounds, by: 250) {
                let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
                let model = "let model = try HookedTransformer.fromPretrained(\"\(Programs.weights)\")"
                #expect(interpreter.run(model).error == nil)
                #expect(interpreter.run("let (_, cache) = try model.runWithCache([1, 2, 3])").error == nil)
                for round in first..<min(rounds, first + 250) {
                    let cell = cell(of: functions[round % functions.count], &random)
                    FileHandle.standardError.write(Data((cell + "\n").utf8))
                    let result = late.run(interpreter.session) { interpreter.run(cell, name: "cell") }
                    // What is shown is drawn too.
                    #expect((result.bundle?.plain.utf8.count ?? 0) < 10_000_000, "\(cell)")
                }
                #expect(interpreter.run("1 + 1").bundle?.plain == "2")
            }
        }
        FileHandle.standardError.write(Data("done\n".utf8))
    }

    private func cell(of function: DeclaredFunction, _ random: inout RepeatableRandomGenerator) -> String {
        let arguments = function.parameters.map { parameter -> String? in
            let pool = OddArguments.pool(parameter.type)
            if parameter.hasDefault, pool.isEmpty || Bool.random(using: &random) { return nil }
            return pool.randomElement(using: &random)
        }
        let receiver = OddArguments.pool(function.owner ?? "").randomElement(using: &random) ?? ""
        return function.cell(on: receiver, arguments)
    }
}

extension DeclaredFunction {
    fileprivate var concernsTensors: Bool {
        owner == "Tensor" || owner == "FactoredMatrix"
            || parameters.contains { ["Tensor", "[Tensor]", "FactoredMatrix", "any ModelInput"].contains($0.type) }
            || owner == "ActivationCache" && parameters.contains { $0.type.contains("TensorIndex") }
    }

    fileprivate var writesAFile: Bool { parameters.contains { $0.name == "path" } }

    /// Whether each parameter without a default can be given something.
    fileprivate var hasArguments: Bool {
        parameters.allSatisfy { $0.hasDefault || !OddArguments.pool($0.type).isEmpty }
    }
}

/// Arguments at the edges of what a type can hold.
private enum OddArguments {
    static func pool(_ type: String) -> [String] {
        switch type {
        case "Tensor", "any TokenChoice": tensors
        case "any ModelInput": tensors + ["[[Int]]()", "[Int]()", "\"\"", "[1, 2]", "[[1, 2], [3, 4]]"]
        case "[Tensor]": ["[Tensor]()"] + tensors.map { "[\($0), \($0)]" }
        case "FactoredMatrix": matrices
        case "Int", "Int?": ["0", "1", "-1", "2", "Int.max", "Int.min", "1_000_000_000", "1 << 40"]
        case "Double", "Double?", "Float": ["0.0", "-0.0", "Double.nan", "Double.infinity", "1e308", "-1.5", "0.5"]
        case "Bool": ["true", "false"]
        case "[Int]", "[Int]?", "Int...": lists
        case "[Float]": ["[Float]()", "[1.5, 2, 3]"]
        case "[Double]": ["[Double]()", "[Double.nan, 1.5]"]
        case "[Bool]": ["[Bool]()", "[true]"]
        case "[[Int]]": ["[[Int]]()", "[[], []]", "[[1, 2], [3]]", "[[1, 2], [3, 4]]"]
        case "[[Double]]": ["[[Double]]()", "[[0.5], [-0.0]]"]
        case "(Tensor) throws -> Tensor": ["{ $0.sum() }", "{ $0 }", "{ _ in Tensor.zeros([0, 1 << 40]) }"]
        case "PatchSite": [".residPre", ".attnHeadOutByPos"]
        case "DType": [".float32", ".int64", ".bool"]
        case "String": ["\"\"", "\"ab,bc->ac\"", "\"a\"", "\"hook_embed\""]
        case "[String]", "[String]?": ["[String]()", "[\"a\"]", "[\"a\", \"b\"]"]
        case "any TensorScalar", "any Numeric": ["0", "-1", "0.5", "Double.nan", "Int.max", "1e308"]
        case "any TensorIndex", "any TensorIndex...", "(any TensorIndex)?": indices
        case "HookedTransformer": ["model"]
        case "ActivationCache", "ActivationCache?": ["cache"]
        case "HeadPattern": [".inductionHead", ".previousTokenHead", ".custom(Tensor.zeros([0, 1 << 40]))"]
        default: []
        }
    }

    private static let tensors = [
        "Tensor.zeros([])", "Tensor(Double.nan)", "Tensor.zeros([0])", "Tensor.zeros([0, 3])", "Tensor.zeros([3, 0])",
        "Tensor.zeros([1 << 40, 0])", "Tensor.zeros([0, 1 << 40])", "Tensor.zeros([2, 0, 1 << 40])",
        "Tensor.zeros([1_000_000_000, 0, 2])", "Tensor.zeros([0, Int.max])", "Tensor.zeros([1 << 30, 1 << 28, 0])",
        "Tensor.zeros([1 << 40, 0], dtype: .int64)", "Tensor.zeros([0, 1 << 40], dtype: .bool)",
        "Tensor([Double.nan, -0.0, Double.infinity, -Double.infinity])", "Tensor([[1.0, 2.0], [3.0, 4.0]])",
        "Tensor([[1.0, Double.nan], [-Double.infinity, 4.0]])", "Tensor([Int.max, Int.min, 0])",
        "Tensor([[0, 1], [1, 0]])", "Tensor([true, false])", "Tensor.ones([1, 1, 1, 1, 1, 1, 1, 1])",
        "Tensor.rand([2, 3, 4])",
    ]
    private static let matrices = [
        "FactoredMatrix(Tensor.zeros([1 << 40, 0]), Tensor.zeros([0, 1 << 40]))",
        "FactoredMatrix(Tensor.zeros([0, 1 << 20]), Tensor.zeros([1 << 20, 0]))",
        "FactoredMatrix(Tensor.zeros([1 << 40, 0, 2]), Tensor.zeros([2, 0]))",
        "FactoredMatrix(Tensor.rand([3, 2]), Tensor.rand([2, 3]))",
        "FactoredMatrix(Tensor.rand([2, 3, 2]), Tensor.rand([2, 3]))",
        "FactoredMatrix(Tensor([[Double.nan]]), Tensor([[1.0]]))",
    ]
    private static let lists = [
        "[]", "[0]", "[-1]", "[0, 1]", "[1, 0]", "[1 << 40, 0]", "[0, 1 << 40]", "[Int.max, 2]", "[-1, -1]", "[2, 2]",
        "[1_000_000_000, 1_000_000_000]", "[Int.min]",
    ]
    private static let indices = [
        "0", "-1", "0...", "0..<0", "..<(-1)", "[0]", "[Int.max]", "Int.min", "Tensor([true])", "Tensor([0, 0])",
        "Tensor.zeros([0], dtype: .int64)", "Tensor.zeros([1 << 40, 0], dtype: .int64)",
    ]
}
