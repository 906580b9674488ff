internal import CellMeaning
internal import CellValues

/// An expression of type `Double`, without the detour over ``CellValue``.
typealias DoubleCode = (Frame) throws -> Double
typealias BoolCode = (Frame) throws -> Bool
/// Evaluates the arguments of a call, in the caller's frame, into the slots of the new one.
typealias PassCode = (_ caller: Frame, _ new: Frame) throws -> Void

// Code that there may or may not be, or that stands in a list, as ``IntForm`` is.

extension IntForm {
    static func choice(
        _ test: @escaping BoolCode, _ first: @escaping IntCode, _ second: @escaping IntCode
    ) -> IntForm {
        IntForm { frame in try test(frame) ? try first(frame) : try second(frame) }
    }
}

struct DoubleForm {
    let code: DoubleCode
    init(_ code: @escaping DoubleCode) { self.code = code }
}

struct BoolForm {
    let code: BoolCode
    init(_ code: @escaping BoolCode) { self.code = code }
}

struct StepForm {
    let code: StepCode
    init(_ code: @escaping StepCode) { self.code = code }
}

struct EffectForm {
    let code: (Frame) throws -> Void
    init(_ code: @escaping (Frame) throws -> Void) { self.code = code }
}

/// What a statement is compiled to.
typealias StepCode = (Frame) throws -> Step

/// How a statement ended. Breaks and continues have a number for each statement that they name.
struct Step: Equatable {
    let number: Int

    @inline(__always) init(_ number: Int) { self.number = number }

    /// On to the next statement.
    static var next: Step { @inline(__always) get { Step(0) } }
    /// The function returns; the value is the machine's result.
    static var returned: Step { @inline(__always) get { Step(1) } }
    /// On to the body of the next case.
    static var fallsThrough: Step { @inline(__always) get { Step(2) } }

    /// Leaves the statement that is the `index`th to be named in its function.
    static func breaking(_ index: Int) -> Step { Step(3 + 2 * index) }
    static func continuing(_ index: Int) -> Step { Step(4 + 2 * index) }
}

extension UnsafeMutablePointer<CellValue> {
    /// Moves the value out, so that it has one owner while it is changed.
    @inline(__always)
    func take() -> CellValue {
        let value = move()
        initialize(to: .absent)
        return value
    }
}

extension CellValue {
    /// Moves the value out of a variable.
    @inline(__always)
    mutating func taken() -> CellValue {
        var value = CellValue.absent
        swap(&value, &self)
        return value
    }

    var isAbsent: Bool { if case .absent = self { true } else { false } }
}
