import CellHost
import CellInterpreter
import CellLibrary
import Display
import SessionSafety
import TestSupport
import Testing

/// Every function of a tensor looks at the stop flag while it goes through its elements, for a million once more than for a few.
///
/// The looks are counted, on small inputs and on large ones. The calls are made from the declarations, so that a new
/// function is among them.
@Suite struct StopFlagTests {
    @Test func everyFunctionLooksAtTheFlag() { LookCounter().tryFunctions() }

    @Test func soDoesOtherWorkOnElements() {
        LookCounter().tryCells([
            "_ = einsum(\"ab,bc->ac\", m, m)", "_ = einsum(\"ab->ba\", m)", "_ = v[ids]", "_ = v[v .> 0.5]",
            "_ = m == m + 1", "var w = v; w[0] = 1",
        ])
    }
}

/// A session with small tensors and one with large ones.
private struct LookCounter {
    private static let elements = 1 << 20
    private static let fewestLooks = 1
    private let small = LookCounter.session(side: 4, count: 16)
    private let large = LookCounter.session(side: 1024, count: LookCounter.elements)

    func tryFunctions() {
        let functions = HostLibrary.swiftLens().signatures().filter { $0.owner == "Tensor" }
            .compactMap { DeclaredFunction(owner: $0.owner, text: $0.text) }
            .filter { !Self.takeNoTime.contains($0.name) && !$0.isMutating }
        var tried: Set<String> = []
        for function in functions {
            guard let cell = function.usualCells.first(where: { Self.looks(small, $0) != nil }) else { continue }
            tried.insert(function.name)
            tryCells([cell])
        }
        #expect(tried.count > 80, "\(tried.sorted())")
    }

    func tryCells(_ cells: [String]) {
        for cell in cells {
            let (few, many) = (Self.looks(small, cell), Self.looks(large, cell))
            #expect(few != nil && many != nil, "\(cell) failed")
            let more = (many ?? 0) - (few ?? 0)
            #expect(more >= Self.fewestLooks, "\(cell): \(few ?? 0) looks, of large tensors \(many ?? 0)")
        }
    }

    private static func session(side: Int, count: Int) -> Interpreter {
        let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
        let result = onDeepStack {
            interpreter.run(
                """
                let (n, side) = (\(count), \(side))
                let m = Tensor.rand([\(side), \(side)]) + 0.5
                let v = Tensor.rand([n])
                let ids = Tensor.randint(4, size: [n])
                let places = Tensor.randint(4, size: [\(side), \(side)])
                """)
        }
        #expect(result.error == nil)
        return interpreter
    }

    /// How often a cell looks at the flag; nil when it fails.
    private static func looks(_ interpreter: Interpreter, _ cell: String) -> Int? {
        let (result, looks) = interpreter.session.stop.countingLooks { onDeepStack { interpreter.run(cell) } }
        return result.error == nil ? looks : nil
    }

    /// What only names elements anew, or reads one of them.
    private static let takeNoTime: Set = [
        "shape", "ndim", "count", "dtype", "byteCount", "item", "reshaped", "flattened", "squeezed", "unsqueezed",
        "expanded", "broadcast", "subscript", "split", "unbound", "diagonal", "description", "htmlTable",
        "tokenChoice", "detach",
        "init",
        // A million elements are compared in less than a millisecond, and in one piece.
        "==", "!=",
        // As large as the square of its inputs.
        "outer",
    ]
}

extension DeclaredFunction {
    /// Cells that call it on a matrix `m` and on a vector `v`, with everyday arguments.
    fileprivate var usualCells: [String] {
        if isOperator {
            let masks = name.contains("&") || name.contains("|") || name.contains("!")
            let operand = masks ? "(m .> 1)" : "m"
            return parameters.count == 1 ? ["_ = \(name)\(operand)"] : ["_ = \(operand) \(name) \(operand)"]
        }
        if name == "eye" { return ["_ = Tensor.eye(side)"] }
        return ["m", "v"].map { receiver in
            let arguments = parameters.map { $0.hasDefault ? nil : $0.usual(receiver) }
            return "_ = " + (isThrowing ? "try " : "") + plainCall(on: receiver, arguments)
        }
    }

    private func plainCall(on receiver: String, _ arguments: [String?]) -> String {
        let list = zip(parameters, arguments).compactMap { parameter, argument in
            argument.map { (parameter.label.map { "\($0): " } ?? "") + $0 }
        }
        let place = isStatic ? "Tensor" : receiver
        return "\(place).\(name)" + (isProperty ? "" : "(\(list.joined(separator: ", ")))")
    }
}

extension DeclaredFunction.Parameter {
    fileprivate func usual(_ receiver: String) -> String {
        switch (type, name) {
        case ("Tensor", "index"): receiver == "m" ? "places" : "ids"
        case ("Tensor", "ids"): "ids"
        case ("Tensor", "mask"): "(\(receiver) .> 0.7)"
        case ("Tensor", _): receiver
        case ("[Tensor]", _): "[\(receiver), \(receiver)]"
        case ("Int", "n"), ("Int", "end"), ("Int", "steps"): "n"
        case ("Int", "high"), ("Int", "count"): "4"
        case ("Int", "k"): "3"
        case ("Int", "second"): receiver == "m" ? "1" : "0"
        case ("Int...", _): receiver == "m" ? "1, 0" : "0"
        case ("Int", _): "0"
        case ("[Int]", "dim"): receiver == "m" ? "[0, 1]" : "[0]"
        case ("[Int]", "shape"), ("[Int]", "size"): "[n]"
        case ("[Int]", "axes"): receiver == "m" ? "[1, 0]" : "[0]"
        case ("[Int]", "counts"): receiver == "m" ? "[1, 2]" : "[2]"
        case ("Double", _): "0.5"
        case ("DType", _): ".int64"
        default: "0"
        }
    }
}
