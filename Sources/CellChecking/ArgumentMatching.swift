internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// Which argument of a call goes to which parameter.
struct ArgumentMatch {
    /// For each parameter its arguments, by place in the call: none for a default, several for a variadic one.
    var places: [[Int]]
}

/// Why arguments do not go with parameters.
enum ArgumentMismatch: Error {
    /// By its label, or its name when it has none.
    case missing(parameter: String)
    case extra(Int)
    /// The first stands behind the second, and should stand before it.
    case order(Int, Int)
    case wrongLabel(Int, expected: String?)
}

extension ArgumentMatch {
    /// Matches arguments by their labels, as Swift does: in order, defaults and variadic parameters may be passed over.
    static func match(
        _ parameters: [SignatureParameter], _ arguments: [Argument], trailing: [Argument]
    ) -> Result<ArgumentMatch, ArgumentMismatch> {
        var places: [[Int]] = Array(repeating: [], count: parameters.count)
        var next = 0
        for (index, argument) in arguments.enumerated() {
            if next > 0, argument.label == nil, parameters[next - 1].isVariadic, !places[next - 1].isEmpty {
                places[next - 1].append(index)
                continue
            }
            var place = next
            while place < parameters.count, parameters[place].label != argument.label {
                if parameters[place].defaultValue == nil && !parameters[place].isVariadic { break }
                place += 1
            }
            if place >= parameters.count || parameters[place].label != argument.label,
                let order = order(parameters, arguments, index, expected: place)
            {
                return .failure(order)
            }
            guard place < parameters.count else {
                guard next < parameters.count else { return .failure(.extra(index)) }
                return .failure(.wrongLabel(index, expected: parameters[next].label))
            }
            if parameters[place].label != argument.label {
                // The label may be right for a later one: then this one is missing.
                if argument.label != nil, parameters[place...].contains(where: { $0.label == argument.label }) {
                    return .failure(.missing(parameter: parameters[place].label ?? parameters[place].name))
                }
                return .failure(.wrongLabel(index, expected: parameters[place].label))
            }
            places[place].append(index)
            next = place + 1
        }
        for (offset, closure) in trailing.enumerated() {
            let index = arguments.count + offset
            var place = next
            while place < parameters.count, !takes(parameters, place, closure, places, trailing.count - offset) {
                place += 1
            }
            guard place < parameters.count else { return .failure(.extra(index)) }
            places[place].append(index)
            next = place + 1
        }
        for (parameter, place) in zip(parameters, places)
        where place.isEmpty && parameter.defaultValue == nil && !parameter.isVariadic {
            return .failure(.missing(parameter: parameter.label ?? parameter.name))
        }
        return .success(ArgumentMatch(places: places))
    }

    /// Whether an argument and another that is there too stand in the wrong order.
    private static func order(
        _ parameters: [SignatureParameter], _ arguments: [Argument], _ index: Int, expected place: Int
    ) -> ArgumentMismatch? {
        guard let label = arguments[index].label,
            let own = parameters.firstIndex(where: { $0.label == label })
        else { return nil }
        if own > place, place < parameters.count, let wanted = parameters[place].label,
            let late = arguments.indices.first(where: { $0 > index && arguments[$0].label == wanted })
        {
            return .order(late, index)
        }
        let early = arguments[..<index].firstIndex { argument in
            argument.label != nil && (parameters.firstIndex { $0.label == argument.label } ?? -1) > own
        }
        return early.map { .order(index, $0) }
    }

    /// Whether a trailing closure may go to a parameter: a function's, and not passed over in favour of a needed later one.
    private static func takes(
        _ parameters: [SignatureParameter], _ place: Int, _ closure: Argument, _ places: [[Int]], _ left: Int
    ) -> Bool {
        let parameter = parameters[place]
        if !places[place].isEmpty { return false }
        if let label = closure.label { return parameter.label == label }
        let type = parameter.type.wrapped ?? parameter.type
        guard type.functionType != nil else {
            if case .parameter = type { return true }
            return false
        }
        guard parameter.defaultValue != nil else { return true }
        // One with a default gives way when a later one still needs a closure.
        let needed = parameters[(place + 1)...].filter { $0.type.functionType != nil && $0.defaultValue == nil }.count
        return needed < left
    }
}
