internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Reads a variable.
    func reading(_ variable: Variable, _ site: Site) -> Code {
        let name = variable.name
        if variable.staticValue != nil {
            let pointer = pointer(variable, site)
            return { frame in try pointer(frame).pointee }
        }
        switch location(variable) {
        case .local(let slot):
            return { frame in
                let value = frame[slot]
                if case .absent = value { throw site.noValue(name) }
                return value
            }
        case .boxed(let slot):
            return { frame in
                guard case .captured(let box) = frame[slot] else { throw site.noValue(name) }
                let value = box.pointer.pointee
                if case .absent = value { throw site.noValue(name) }
                return value
            }
        case .global(let box):
            return { _ in
                let value = box.pointer.pointee
                if case .absent = value { throw site.noValue(name) }
                return value
            }
        case .unknown: return { _ in throw site.noValue(name) }
        }
    }

    /// Where a variable's value lies right now.
    func pointer(_ variable: Variable, _ site: Site) -> (Frame) throws -> UnsafeMutablePointer<CellValue> {
        let name = variable.name
        switch location(variable) {
        case .local(let slot): return { $0 + slot }
        case .boxed(let slot):
            return { frame in
                guard case .captured(let box) = frame[slot] else { throw site.noValue(name) }
                return box.pointer
            }
        case .global(let box):
            guard let first = variable.staticValue else { return { _ in box.pointer } }
            let machine = machine
            return { _ in
                if !first.isComputed {
                    first.isComputed = true
                    do { box.pointer.pointee = try machine.run(first.code) ?? .absent } catch {
                        first.isComputed = false
                        throw error
                    }
                }
                return box.pointer
            }
        case .unknown: return { _ in throw site.noValue(name) }
        }
    }

    /// Declares a variable with its first value. One that is captured gets a new place on the heap.
    func declaring(_ variable: Variable) -> (Frame, CellValue) -> Void {
        switch location(variable) {
        case .local(let slot): { frame, value in frame[slot] = value }
        case .boxed(let slot): { frame, value in frame[slot] = .captured(VariableBox(value)) }
        case .global(let box): { _, value in box.pointer.pointee = value }
        case .unknown: { _, _ in }
        }
    }
}

extension Site {
    @inline(never)
    func noValue(_ name: String) -> any Error {
        failure(
            "'\(name)' has no value here: it is not set yet, or it is being changed by the call that this runs in")
    }
}
