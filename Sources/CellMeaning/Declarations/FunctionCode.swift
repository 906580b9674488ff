public import CellValues

/// Where the variables of a running function lie, by their slots.
@usableFromInline package typealias Frame = UnsafeMutablePointer<CellValue>

/// What an expression is compiled to.
package typealias Code = (Frame) throws -> CellValue
/// An expression of type `Int`, without the detour over ``CellValue``.
package typealias IntCode = (Frame) throws -> Int

/// Code that there may or may not be, or that stands in a list. A closure in an optional or an array is called through two
/// thunks, each time; a closure in a struct is not.
package struct IntForm {
    package let code: IntCode
    package init(_ code: @escaping IntCode) { self.code = code }
}

/// A function, method or closure that is ready to run.
@usableFromInline
package final class FunctionCode {
    package let name: String
    /// How many slots its frame has: parameters, other variables, then what it captures.
    package let slots: Int
    package let parameterCount: Int
    package let inOutParameters: [Bool]
    /// Takes the elements of one tuple as its parameters.
    package let splatsTuple: Bool
    /// Where what it captures goes: boxes of variables around it, then the values of its capture list.
    @usableFromInline package let captureSlots: [Int]
    package let hasInOut: Bool
    package let body: Code
    /// The same for a function that returns an `Int`: without the detour over ``CellValue`` where it can be so.
    package let intBody: IntCode

    package init(
        name: String, slots: Int, inOutParameters: [Bool], splatsTuple: Bool = false, captureSlots: [Int],
        body: @escaping Code, intBody: IntForm? = nil
    ) {
        self.name = name
        self.slots = slots
        self.parameterCount = inOutParameters.count
        self.inOutParameters = inOutParameters
        self.splatsTuple = splatsTuple
        self.captureSlots = captureSlots
        self.hasInOut = inOutParameters.contains(true)
        self.body = body
        if let intBody {
            self.intBody = intBody.code
        } else {
            self.intBody = { frame in
                guard case .int(let value) = try body(frame) else { throw CellRuntimeError("expected an Int here") }
                return value
            }
        }
    }

    /// Puts what a closure has captured into a new frame.
    @inlinable @inline(__always)
    package func place(_ captured: [CellValue], in frame: Frame) {
        for (index, slot) in captureSlots.enumerated() { (frame + slot).initialize(to: captured[index]) }
    }
}
