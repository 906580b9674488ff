// The heap parts of values. Each is replaced, not changed, unless it is known to have one owner. Each notes its size.

public final class StringBox {
    @exclusivity(unchecked) public var text: String
    @inlinable
    public init(_ text: String) {
        self.text = text
        ValueMemory.note(ValueMemory.box + text.utf8.count)
    }
}

public final class OptionalBox {
    public let value: CellValue
    @inlinable
    public init(_ value: CellValue) {
        self.value = value
        ValueMemory.note(ValueMemory.box)
    }
    deinit { if LowStack.isLow { LowStack.keep([value]) } }
}

public final class ArrayBox {
    @exclusivity(unchecked) public var elements: [CellValue]
    /// The index of the first element: 0, but in a slice its place in the array.
    @exclusivity(unchecked) public var start: Int
    /// Whether it is an `ArraySlice`.
    public let isSlice: Bool
    @inlinable
    public init(_ elements: [CellValue]) {
        self.elements = elements
        start = 0
        isSlice = false
        ValueMemory.note(ValueMemory.box + elements.count * ValueMemory.slot)
    }
    /// A slice, whose indices are those of the array that it is of.
    @inlinable
    public init(_ elements: [CellValue], slicedAt start: Int) {
        self.elements = elements
        self.start = start
        isSlice = true
        ValueMemory.note(ValueMemory.box + elements.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements) } }

    /// The same kind of array with other elements.
    package func with(_ elements: [CellValue]) -> ArrayBox {
        isSlice ? ArrayBox(elements, slicedAt: start) : ArrayBox(elements)
    }

    /// A box of its own, holding the same.
    package func copy() -> ArrayBox { with(elements) }
}

public final class DictionaryBox {
    @exclusivity(unchecked) public var elements: [HashableValue: CellValue]
    public init(_ elements: [HashableValue: CellValue]) {
        self.elements = elements
        ValueMemory.note(ValueMemory.box + elements.count * 3 * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements.map(\.key.value) + elements.map(\.value)) } }
}

public final class SetBox {
    @exclusivity(unchecked) public var elements: Set<HashableValue>
    public init(_ elements: Set<HashableValue>) {
        self.elements = elements
        ValueMemory.note(ValueMemory.box + elements.count * 2 * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements.map(\.value)) } }
}

public final class TupleBox {
    @exclusivity(unchecked) public var elements: [CellValue]
    public let labels: [String?]
    @inlinable
    public init(_ elements: [CellValue], labels: [String?] = []) {
        self.elements = elements
        self.labels = labels
        ValueMemory.note(ValueMemory.box + elements.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements) } }
}

/// Any of Swift's ranges, over any bound.
public final class RangeBox {
    public enum Kind { case halfOpen, closed, from, upTo, through, unbounded }
    public let kind: Kind
    public let lower: CellValue
    public let upper: CellValue
    public init(_ kind: Kind, lower: CellValue = .void, upper: CellValue = .void) {
        self.kind = kind
        self.lower = lower
        self.upper = upper
        ValueMemory.note(ValueMemory.box)
    }
}

public final class StructureBox {
    public let type: NominalType
    @exclusivity(unchecked) public var fields: [CellValue]
    @inlinable
    public init(_ type: NominalType, _ fields: [CellValue]) {
        self.type = type
        self.fields = fields
        ValueMemory.note(ValueMemory.box + fields.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(fields) } }
}

public final class EnumerationBox {
    public let type: NominalType
    public let index: Int
    public let payload: [CellValue]
    public init(_ type: NominalType, index: Int, payload: [CellValue] = []) {
        self.type = type
        self.index = index
        self.payload = payload
        ValueMemory.note(ValueMemory.box + payload.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(payload) } }
}

public final class ExistentialBox {
    public let value: CellValue
    public let type: CellType
    @inlinable
    public init(_ value: CellValue, type: CellType) {
        self.value = value
        self.type = type
        ValueMemory.note(ValueMemory.box)
    }
    deinit { if LowStack.isLow { LowStack.keep([value]) } }
}

public final class TypeBox {
    public let type: CellType
    public init(_ type: CellType) { self.type = type }
}

/// A variable's place on the heap: a global, or a local that a closure captured.
public final class VariableBox {
    package let pointer: UnsafeMutablePointer<CellValue>

    public init(_ value: CellValue = .absent) {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: value)
        ValueMemory.note(2 * ValueMemory.box)
    }

    deinit {
        if LowStack.isLow { LowStack.keep([pointer.pointee]) }
        pointer.deinitialize(count: 1)
        pointer.deallocate()
    }

    public var value: CellValue {
        get { pointer.pointee }
        set { pointer.pointee = newValue }
    }
}

/// Something that can be called with values: a user's function or closure, or one of the library.
public final class CallableBox {
    /// What runs; one for all the values that the same place in a cell makes.
    package let target: any CallTarget
    /// What it holds of the variables around it.
    package let captured: [CellValue]
    package init(_ target: any CallTarget, captured: [CellValue] = []) {
        self.target = target
        self.captured = captured
        ValueMemory.note(2 * ValueMemory.box)
    }
    deinit { if LowStack.isLow { LowStack.keep(captured) } }

    /// Calls it, having looked at the stop flag. An `inout` argument is changed in `arguments`.
    package func call(_ arguments: inout [CellValue]) throws -> CellValue { try target.call(&arguments, captured) }
}

/// What a function that is a value runs.
package protocol CallTarget: AnyObject {
    /// For tracebacks and printing.
    var name: String { get }
    /// Looks at the stop flag, and runs it. An `inout` argument is changed in `arguments`.
    func call(_ arguments: inout [CellValue], _ captured: [CellValue]) throws -> CellValue
}

/// A value of one of the library's types.
open class HostBox {
    public init() { ValueMemory.note(ValueMemory.box) }
    /// The Swift value.
    open var payloadAny: Any { () }
    /// A box of its own, holding the same value.
    open func copy() -> HostBox { self }
    /// Goes over its elements, of a type that is a sequence.
    func walk() throws -> () throws -> CellValue? {
        guard let sequence = payloadAny as? any HostSequence else {
            throw HostMismatch(expected: "a sequence", found: .host(self))
        }
        return try sequence.walk()
    }
    /// The Swift type, by which the library finds the type's declaration.
    open var typeIdentifier: ObjectIdentifier { ObjectIdentifier(Void.self) }
}

/// The box of a host type's values.
public final class HostCell<Payload>: HostBox {
    @exclusivity(unchecked) public var payload: Payload
    public init(_ payload: Payload) { self.payload = payload }
    public override var payloadAny: Any { payload }
    public override func copy() -> HostBox { HostCell(payload) }
    public override var typeIdentifier: ObjectIdentifier { ObjectIdentifier(Payload.self) }
}
