extension CellType {
    /// The type as a running program names it: `Array<Int>` where messages write `[Int]`.
    package var runtimeName: String { runtimeName(isWhole: false) }

    /// The same with Swift's module before each of its own: `Swift.Array<Swift.Int>`, as lists and `debugPrint` have it.
    package var wholeRuntimeName: String { runtimeName(isWhole: true) }

    private func runtimeName(isWhole: Bool) -> String {
        func name(_ type: CellType) -> String { type.runtimeName(isWhole: isWhole) }
        switch resolved {
        case .nominal(let type, let arguments):
            let names = (type.isOfElementsOnly ? arguments.map(\.withoutLaziness) : arguments).map(name)
            return isWhole ? type.wholeName(names) : type.shortName(names)
        case .tuple(let elements):
            return "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + name($0.type) }.joined(separator: ", ")
                + ")"
        case .function(let function):
            let parameters = function.parameters.map { ($0.isInOut ? "inout " : "") + name($0.type) }
            return "(" + parameters.joined(separator: ", ") + ")" + (function.isThrowing ? " throws" : "")
                + " -> \(name(function.result))"
        case .existential(let name): return name
        case .metatype(let type): return name(type) + ".Type"
        case let other: return other.description
        }
    }
}

extension CellType {
    /// What `lazy` was asked of.
    fileprivate var withoutLaziness: CellType {
        guard case .nominal(let type, let arguments) = resolved, type === BuiltIn.lazy, let base = arguments.first
        else { return self }
        return base.withoutLaziness
    }
}

extension NominalType {
    /// Lazy views are called after the elements that they are made of: `LazyFilterSequence<Array<Int>>`.
    fileprivate var isOfElementsOnly: Bool { kind == .builtIn && name.hasPrefix("Lazy") }

    fileprivate func shortName(_ arguments: [String]) -> String {
        guard !name.contains(".") else { return String(name.split(separator: ".").last ?? "") }
        return name + list(arguments)
    }

    /// The arguments of a type within another are the outer one's: `Swift.Dictionary<Swift.String, Swift.Int>.Keys`.
    fileprivate func wholeName(_ arguments: [String]) -> String {
        let parts = name.split(separator: ".").map(String.init)
        return ([module, parts[0] + list(arguments)].compactMap { $0 } + parts.dropFirst()).joined(separator: ".")
    }

    private func list(_ arguments: [String]) -> String {
        arguments.isEmpty ? "" : "<\(arguments.joined(separator: ", "))>"
    }

    /// Of Swift's own types and Foundation's; a cell's are of no module, and the library's are called as cells write them.
    private var module: String? {
        if kind == .builtIn { return "Swift" }
        guard kind == .host, let hostType else { return nil }
        return ["Swift", "Foundation"].first { String(reflecting: hostType).hasPrefix($0 + ".") }
    }
}
