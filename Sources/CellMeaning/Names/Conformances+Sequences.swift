internal import CellHost
internal import CellSyntax
package import CellValues

/// What can be done with a sequence besides going over it.
package struct SequenceTraits: OptionSet {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// It can be gone over again, and counted.
    static let collection = SequenceTraits(rawValue: 1)
    /// Also from the end.
    static let bidirectional = SequenceTraits(rawValue: 2)
    /// Its places are numbers.
    package static let indexed = SequenceTraits(rawValue: 4)
    /// What is made of it waits until it is asked for.
    static let lazy = SequenceTraits(rawValue: 8)

    static let list: SequenceTraits = [.collection, .bidirectional, .indexed]
    static let text: SequenceTraits = [.collection, .bidirectional]
}

extension Conformances {
    /// The type of the elements, nil when it is no sequence.
    package func element(of type: CellType) -> CellType? {
        guard case .nominal(let nominal, let arguments) = type.resolved else { return nil }
        switch nominal {
        case BuiltIn.array, BuiltIn.slice, BuiltIn.set: return arguments.first
        case BuiltIn.range, BuiltIn.closedRange, BuiltIn.rangeFrom:
            guard let bound = arguments.first else { return nil }
            // A range of numbers that can be counted: its literals are no longer free to be a `Double`.
            if case .variable(let variable) = bound.resolved, let literal = variable.literal {
                return literal == .integer ? .int : nil
            }
            if case .variable = bound.resolved { return bound }
            return bound.isNominal(BuiltIn.int) ? bound : nil
        case BuiltIn.dictionary:
            guard arguments.count == 2 else { return nil }
            return .tuple([
                TupleElementType(label: "key", type: arguments[0]),
                TupleElementType(label: "value", type: arguments[1]),
            ])
        case BuiltIn.string, BuiltIn.substring: return .character
        default: return viewElement(nominal, arguments) ?? hostElement(nominal, arguments)
        }
    }

    private func viewElement(_ type: NominalType, _ arguments: [CellType]) -> CellType? {
        switch type {
        case BuiltIn.anySequence, BuiltIn.someSequence, BuiltIn.strideTo, BuiltIn.strideThrough, BuiltIn.repeated,
            BuiltIn.keys:
            return arguments.first
        case BuiltIn.values, BuiltIn.lazyMap: return arguments.last
        case BuiltIn.zip:
            guard let first = element(of: arguments[0]), let second = element(of: arguments[1]) else { return nil }
            return .tuple([TupleElementType(label: nil, type: first), TupleElementType(label: nil, type: second)])
        case BuiltIn.enumerated:
            guard let element = element(of: arguments[0]) else { return nil }
            return .tuple([
                TupleElementType(label: "offset", type: .int), TupleElementType(label: "element", type: element),
            ])
        case BuiltIn.flattened, BuiltIn.joined: return element(of: arguments[0]).flatMap { element(of: $0) }
        case BuiltIn.utf8: return named("UInt8")
        case BuiltIn.utf16: return named("UInt16")
        case BuiltIn.scalars: return named("Unicode.Scalar")
        default:
            guard type.kind == .builtIn, type.genericParameters == ["Base"] else { return nil }
            return element(of: arguments[0])
        }
    }

    private func named(_ name: String) -> CellType? { library.types[name].map { .nominal($0, []) } }

    /// Of the library's own sequences.
    private func hostElement(_ type: NominalType, _ arguments: [CellType]) -> CellType? {
        guard let text = library.elementTypes[type.name] else { return nil }
        var resolver = TypeResolver(library: library)
        resolver.genericParameters = Set(type.genericParameters)
        let substitution = Dictionary(zip(type.genericParameters, arguments)) { first, _ in first }
        return resolver.resolve(CellParser.type(text)).substituting(substitution)
    }

    package func traits(of type: CellType) -> SequenceTraits {
        guard case .nominal(let nominal, let arguments) = type.resolved else { return [] }
        switch nominal {
        case BuiltIn.array, BuiltIn.slice, BuiltIn.repeated: return .list
        case BuiltIn.string, BuiltIn.substring, BuiltIn.utf8, BuiltIn.utf16, BuiltIn.scalars: return .text
        case BuiltIn.set, BuiltIn.dictionary, BuiltIn.keys, BuiltIn.values: return .collection
        case BuiltIn.range: return element(of: type) == nil ? [] : .list
        case BuiltIn.closedRange: return element(of: type) == nil ? [] : .text
        case BuiltIn.lazy, BuiltIn.lazyMap: return traits(of: arguments[0]).union(.lazy)
        case BuiltIn.lazyFilter, BuiltIn.lazyPrefixWhile, BuiltIn.lazyDropWhile:
            return traits(of: arguments[0]).subtracting(.indexed).union(.lazy)
        case BuiltIn.part: return traits(of: arguments[0])
        case BuiltIn.reversed, BuiltIn.enumerated: return traits(of: arguments[0]).subtracting(.indexed)
        case BuiltIn.flattened:
            let inner = element(of: arguments[0]).map { traits(of: $0) } ?? []
            return traits(of: arguments[0]).intersection(inner.union(.lazy)).subtracting(.indexed)
        case BuiltIn.prefix, BuiltIn.dropFirst, BuiltIn.dropWhile:
            return traits(of: arguments[0]).intersection(.lazy)
        default: return []
        }
    }

    /// The protocols of sequences that a type has, those that say most of it first: their members are its own.
    package func sequenceProtocols(of type: CellType) -> [String] {
        guard element(of: type) != nil else { return [] }
        let traits = traits(of: type)
        return [
            (SequenceTraits.lazy, "LazySequenceProtocol"), (.indexed, "RandomAccessCollection"),
            (.bidirectional, "BidirectionalCollection"), (.collection, "Collection"), ([], "Sequence"),
        ].filter { traits.contains($0.0) }.map(\.1)
    }
}
