internal import CellHost
package import CellValues

extension Conformances {
    /// A type that Swift has within another: `[String: Int].Key`, `Array<Int>.Index`, `Int.Magnitude`.
    package func memberType(_ name: String, of type: CellType) -> CellType? {
        guard case .nominal(let nominal, let arguments) = type.resolved else { return nil }
        if let whole = library.types["\(nominal.name).\(name)"] { return .nominal(whole, arguments) }
        // Of a type's parameters these are names for whoever writes it; `Wrapped` is none.
        if ["Element", "Key", "Value", "Bound"].contains(name),
            let index = nominal.genericParameters.firstIndex(of: name), arguments.indices.contains(index)
        {
            return arguments[index]
        }
        switch name {
        case "Element": return element(of: type)
        case "SubSequence": return part(of: nominal, arguments)
        case "Index": return [BuiltIn.array, BuiltIn.slice].contains(nominal) || isCounted(type) ? .int : nil
        case "Indices": return [BuiltIn.array, BuiltIn.slice].contains(nominal) ? .range(.int) : nil
        case "RawValue": return nominal.rawType
        case "AllCases": return nominal.conformances.contains("CaseIterable") ? .array(type) : nil
        default: return ofNumber(name, nominal, type)
        }
    }

    /// Whether it is a range whose places are its numbers.
    private func isCounted(_ type: CellType) -> Bool { type.isNominal(BuiltIn.range) && element(of: type) != nil }

    private func part(of type: NominalType, _ arguments: [CellType]) -> CellType? {
        switch type {
        case BuiltIn.array, BuiltIn.slice: .nominal(BuiltIn.slice, arguments)
        case BuiltIn.string, BuiltIn.substring: .nominal(BuiltIn.substring, [])
        case BuiltIn.range where isCounted(.nominal(type, arguments)): .nominal(type, arguments)
        default: nil
        }
    }

    private func ofNumber(_ name: String, _ type: NominalType, _ itself: CellType) -> CellType? {
        let isWhole = type.conformances.contains("BinaryInteger")
        let isFloating = type.conformances.contains("FloatingPoint")
        switch name {
        case "Magnitude" where type === BuiltIn.int: return library.types["UInt"].map { .nominal($0, []) }
        case "Magnitude" where isWhole || isFloating: return itself
        case "Stride" where isWhole: return .int
        case "Stride" where isFloating: return itself
        case "Exponent" where isFloating: return .int
        default: return nil
        }
    }
}
