internal import CellHost
internal import CellMeaning
internal import CellValues

/// Casts while code runs: what `as?`, `as!`, `is` and patterns ask.
struct Caster {
    let conformances: Conformances
    var library: HostLibrary { conformances.library }

    /// The value as one of another type, nil when it is none.
    func cast(_ value: CellValue, from source: CellType?, to target: CellType) -> CellValue? {
        if case .existential(let box) = value {
            if case .existential(let name) = target { return conforms(box.value, box.type, name) ? value : nil }
            return cast(box.value, from: box.type, to: target)
        }
        if let wrapped = target.wrapped { return optional(value, source, wrapped) }
        if case .optional(let box) = value {
            guard let box else { return nil }
            return cast(box.value, from: source?.wrapped, to: target)
        }
        if case .existential(let name) = target {
            let type = dynamicType(value, source)
            return conforms(value, type, name) ? .existential(ExistentialBox(value, type: type)) : nil
        }
        return plain(value, source, target)
    }

    private func optional(_ value: CellValue, _ source: CellType?, _ wrapped: CellType) -> CellValue? {
        guard case .optional(let box) = value else { return cast(value, from: source, to: wrapped).map { .some($0) } }
        guard let box else { return CellValue.none }
        return cast(box.value, from: source?.wrapped, to: wrapped).map { .some($0) }
    }

    private func plain(_ value: CellValue, _ source: CellType?, _ target: CellType) -> CellValue? {
        switch (value, target) {
        case (.array(let box), .nominal(let type, let arguments))
        where type === BuiltIn.array && source?.isNominal(BuiltIn.slice) != true:
            return elements(box.elements, source, arguments).map { .array(ArrayBox($0)) }
        case (.dictionary(let box), .nominal(let type, let arguments))
        where type === BuiltIn.dictionary && arguments.count == 2:
            return dictionary(box, arguments)
        case (.tuple(let box), .tuple(let types)) where box.elements.count == types.count:
            var parts: [CellValue] = []
            for (element, type) in zip(box.elements, types) {
                guard let part = cast(element, from: nil, to: type.type) else { return nil }
                parts.append(part)
            }
            return .tuple(TupleBox(parts, labels: types.map(\.label)))
        default: return CellType.match(dynamicType(value, source), target) ? value : nil
        }
    }

    private func elements(_ elements: [CellValue], _ source: CellType?, _ arguments: [CellType]) -> [CellValue]? {
        guard let type = arguments.first else { return elements }
        var own: CellType?
        if case .nominal(_, let list)? = source { own = list.first }
        var result: [CellValue] = []
        result.reserveCapacity(elements.count)
        for element in elements {
            guard let part = cast(element, from: own, to: type) else { return nil }
            result.append(part)
        }
        return result
    }

    private func dictionary(_ box: DictionaryBox, _ arguments: [CellType]) -> CellValue? {
        var result: [HashableValue: CellValue] = [:]
        for (key, value) in box.elements {
            guard let newKey = cast(key.value, from: nil, to: arguments[0]),
                let newValue = cast(value, from: nil, to: arguments[1])
            else { return nil }
            result[HashableValue(newKey)] = newValue
        }
        return .dictionary(DictionaryBox(result))
    }

    private func conforms(_ value: CellValue, _ type: CellType, _ name: String) -> Bool {
        if name == "Any" { return true }
        if name == "Error", case .host(let box) = value, box.payloadAny is any Error { return true }
        return conformances.has(type, name)
    }

    // MARK: Types of values

    func typeName(_ value: CellValue, _ source: CellType?) -> String {
        if case .existential(let box) = value { return "\(dynamicType(box.value, box.type))" }
        return "\(dynamicType(value, source))"
    }

    /// The type that a value has, as far as it can be seen; where it cannot, the type that it was given as.
    func dynamicType(_ value: CellValue, _ source: CellType?) -> CellType {
        switch value {
        case .int: return .int
        case .double: return .double
        case .float: return .float
        case .bool: return .bool
        case .character: return .character
        case .string: return source?.isNominal(BuiltIn.substring) == true ? .nominal(BuiltIn.substring, []) : .string
        case .structure(let box): return .nominal(box.type, [])
        case .enumeration(let box): return .nominal(box.type, [])
        case .existential(let box): return dynamicType(box.value, box.type)
        case .host(let box):
            guard let type = library.typesBySwiftType[box.typeIdentifier] else { return source ?? .unknown }
            return type.genericParameters.isEmpty ? .nominal(type, []) : source ?? .unknown
        case .void: return .void
        default: return isStatic(source) ? source ?? .any : .any
        }
    }

    private func isStatic(_ source: CellType?) -> Bool {
        if case .existential? = source { return false }
        return source != nil
    }
}
