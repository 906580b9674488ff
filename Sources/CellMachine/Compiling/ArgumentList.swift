internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// The arguments of a call as code: values, and places for the `inout` ones.
struct ArgumentList {
    enum Argument {
        case value(Code)
        case place(Place)
    }

    let arguments: [Argument]
    /// With the index of the parameter that each is for.
    let places: [(index: Int, place: Place)]
    /// Slots that hold the indices of places while the call runs.
    let temporaries: Int

    var count: Int { arguments.count }

    /// Evaluates values into their slots, and what the places need into the temporaries.
    @inline(__always)
    func evaluate(_ frame: Frame, into new: Frame, temporaries: Frame) throws {
        for (index, argument) in arguments.enumerated() {
            switch argument {
            case .value(let code): (new + index).initialize(to: try code(frame))
            case .place(let place): try place.prepare(frame, temporaries)
            }
        }
    }

    /// Runs `body` while the values of all places are in their slots, then puts them back, also after an error.
    func borrowing(
        _ frame: Frame, _ temporaries: Frame, into new: Frame, from first: Int = 0, _ body: () throws -> CellValue
    ) throws -> CellValue {
        guard first < places.count else { return try body() }
        let (index, place) = places[first]
        var result = CellValue.void
        try place.access(frame, temporaries) { value in
            (new + index).initialize(to: value.taken())
            defer { value = (new + index).take() }
            result = try borrowing(frame, temporaries, into: new, from: first + 1, body)
        }
        return result
    }
}

extension FunctionCompiler {
    func arguments(_ list: [CheckedExpression]) -> ArgumentList {
        var temporaries = 0
        var places: [(index: Int, place: Place)] = []
        let arguments = list.enumerated().map { index, expression -> ArgumentList.Argument in
            guard case .inOut(let target) = expression.kind else { return .value(code(expression)) }
            let place = place(target, &temporaries)
            places.append((index, place))
            return .place(place)
        }
        return ArgumentList(arguments: arguments, places: places, temporaries: temporaries)
    }
}
