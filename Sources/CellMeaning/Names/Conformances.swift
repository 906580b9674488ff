package import CellHost
internal import CellSyntax
package import CellValues

/// Which types have which protocols, and what sequences hold.
package struct Conformances {
    package let library: HostLibrary
    package init(library: HostLibrary) { self.library = library }

    /// What the parts of a tuple must be, for operators on such tuples.
    static let partProtocols = ["TupleOfEquatables": "Equatable", "TupleOfComparables": "Comparable"]

    /// Whether a type has a protocol. A type that is not known yet is given the benefit of the doubt.
    package func has(_ type: CellType, _ name: String) -> Bool {
        if name == "Any" || name == "Sendable" { return true }
        switch type.resolved {
        case .unknown, .never: return true
        case .variable(let variable): return literal(variable.literal, has: name)
        case .existential(let own): return own == name
        case .tuple(let elements):
            // Tuples have no protocols, but operators that compare them part by part.
            guard let part = Conformances.partProtocols[name] else { return false }
            return elements.count < 7 && elements.allSatisfy { has($0.type, part) }
        case .nominal(let nominal, let arguments): return self.nominal(nominal, arguments, has: name)
        case .function, .metatype, .parameter: return false
        }
    }

    private func literal(_ literal: TypeVariable.Literal?, has name: String) -> Bool {
        switch literal {
        case .integer: has(.int, name) || has(.double, name)
        case .float, .untold: has(.double, name)
        case .string, .character: has(.string, name)
        case nil: true
        }
    }

    private func nominal(_ type: NominalType, _ arguments: [CellType], has name: String) -> Bool {
        if type.conformances.contains(name) { return true }
        switch name {
        case "Sequence": return element(of: .nominal(type, arguments)) != nil
        case "Collection", "BidirectionalCollection", "RandomAccessCollection", "LazySequenceProtocol":
            return sequenceProtocols(of: .nominal(type, arguments)).contains(name)
        case "Equatable", "Hashable":
            let parts = [
                BuiltIn.array, BuiltIn.slice, BuiltIn.set, BuiltIn.dictionary, BuiltIn.optional, BuiltIn.range,
                BuiltIn.closedRange,
            ]
            if parts.contains(type) { return arguments.allSatisfy { has($0, name) } }
            if type.kind == .enumeration, type.cases.allSatisfy({ $0.payload.isEmpty }) { return true }
            if name == "Equatable" {
                return type.conformances.contains("Hashable") || type.conformances.contains("Comparable")
            }
        case "AdditiveArithmetic": return type.conformances.contains("Numeric")
        case "CustomStringConvertible":
            return [BuiltIn.array, BuiltIn.slice, BuiltIn.set, BuiltIn.dictionary, BuiltIn.range, BuiltIn.closedRange]
                .contains(type)
        default: break
        }
        return isListed(.nominal(type, arguments), name)
    }

    private func isListed(_ type: CellType, _ name: String) -> Bool {
        guard let list = library.conformances[name] else { return false }
        let resolver = TypeResolver(library: library)
        return list.contains { CellType.match(resolver.resolve(CellParser.type($0)), type) }
    }

    /// What a set within the type holds, or a dictionary is read by, when it has no hash.
    package func unhashable(in type: CellType) -> CellType? {
        switch type.resolved {
        case .nominal(let nominal, let arguments):
            if nominal === BuiltIn.set || nominal === BuiltIn.dictionary, let key = arguments.first,
                !has(key, "Hashable")
            {
                return key
            }
            return arguments.lazy.compactMap { unhashable(in: $0) }.first
        case .tuple(let elements): return elements.lazy.compactMap { unhashable(in: $0.type) }.first
        case .function(let function):
            return (function.parameters.map(\.type) + [function.result]).lazy.compactMap { unhashable(in: $0) }.first
        default: return nil
        }
    }
}

extension CellType {
    /// Whether two types are the same, where unbound literals count as what they become by default.
    package static func match(_ a: CellType, _ b: CellType) -> Bool {
        switch (a.resolved, b.resolved) {
        case (.variable(let variable), let other), (let other, .variable(let variable)):
            switch variable.literal {
            case .integer: return other.isNominal(BuiltIn.int)
            case .float, .untold: return other.isNominal(BuiltIn.double)
            case .string, .character: return other.isNominal(BuiltIn.string)
            case nil: return true
            }
        case (.nominal(let a, let x), .nominal(let b, let y)):
            return a == b && x.count == y.count && zip(x, y).allSatisfy { match($0, $1) }
        case (.tuple(let x), .tuple(let y)):
            return x.count == y.count && zip(x, y).allSatisfy { match($0.type, $1.type) }
        case (let a, let b): return a == b
        }
    }
}
