extension CellType {
    /// The type as a running program names it: `Array<Int>` where messages write `[Int]`.
    package var runtimeName: String {
        switch resolved {
        case .nominal(let type, _) where type.name.contains("."): String(type.name.split(separator: ".").last ?? "")
        case .nominal(let type, let arguments) where !arguments.isEmpty:
            "\(type.name)<\(arguments.map(\.runtimeName).joined(separator: ", "))>"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.runtimeName }.joined(separator: ", ")
                + ")"
        case .function(let function):
            "(" + function.parameters.map { ($0.isInOut ? "inout " : "") + $0.type.runtimeName }.joined(separator: ", ")
                + ")" + (function.isThrowing ? " throws" : "") + " -> \(function.result.runtimeName)"
        case .existential("Any"): "Any"
        case .existential(let name): name
        case .metatype(let type): type.runtimeName + ".Type"
        case let other: other.description
        }
    }
}
