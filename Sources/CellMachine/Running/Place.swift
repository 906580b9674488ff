internal import CellMeaning
internal import CellValues

/// Somewhere that a value is kept and can be changed: a variable, a field, an element, or a path of such.
///
/// The use of a place has two phases, as in Swift. First its indices are evaluated into slots (`temporaries`), then,
/// when all else that the statement needs is known, the value is moved out, changed, and put back. While it is out,
/// everything on the path to it holds `absent`: so it has one owner and changes where it is, nothing else can see it
/// half-done, and nothing is left pointing into memory that moved.
struct Place {
    typealias Change = (inout CellValue) throws -> Void

    /// Evaluates the indices. Throws ``ChainEnd`` when an optional chain ends.
    var prepare: (Frame, Frame) throws -> Void = { _, _ in }
    /// Moves the value out, changes it, puts it back; also when the change throws.
    var access: (Frame, Frame, Change) throws -> Void
    /// Replaces the value.
    var assign: (Frame, Frame, CellValue) throws -> Void
    /// A copy of the value, for chains to look at.
    var read: (Frame, Frame) throws -> CellValue

    /// A place whose value is replaced by changing it.
    init(
        prepare: @escaping (Frame, Frame) throws -> Void,
        access: @escaping (Frame, Frame, Change) throws -> Void
    ) {
        self.prepare = prepare
        self.access = access
        assign = { frame, temporaries, value in try access(frame, temporaries) { $0 = value } }
        read = { frame, temporaries in
            var copy = CellValue.void
            try access(frame, temporaries) { copy = $0 }
            return copy
        }
    }

    /// A value that is kept nowhere: the receiver of a setter that changes an object.
    init(value code: @escaping Code) {
        self.init(prepare: { _, _ in }) { frame, _, change in
            var value = try code(frame)
            try change(&value)
        }
        read = { frame, _ in try code(frame) }
    }

    /// A variable.
    init(pointer: @escaping (Frame) throws -> UnsafeMutablePointer<CellValue>, _ name: String, _ site: Site) {
        self.init(prepare: { _, _ in }) { frame, _, change in
            let pointer = try pointer(frame)
            var value = pointer.take()
            defer { pointer.pointee = value }
            if case .absent = value { throw site.noValue(name) }
            try change(&value)
        }
        assign = { frame, _, value in try pointer(frame).pointee = value }
        read = { frame, _ in try pointer(frame).pointee }
    }
}
