/// A function, method or closure that is ready to run.
final class FunctionCode {
    let name: String
    /// How many slots its frame has: parameters, other variables, then what it captures.
    let slots: Int
    let parameterCount: Int
    let inOutParameters: [Bool]
    /// Takes the elements of one tuple as its parameters.
    let splatsTuple: Bool
    /// Where what it captures goes: boxes of variables around it, then the values of its capture list.
    let captureSlots: [Int]
    let hasInOut: Bool
    let body: Code
    /// The same for a function that returns an `Int`: without the detour over ``CellValue`` where it can be so.
    let intBody: IntCode

    init(
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
    @inline(__always)
    func place(_ captured: [CellValue], in frame: Frame) {
        for (index, slot) in captureSlots.enumerated() { (frame + slot).initialize(to: captured[index]) }
    }
}
