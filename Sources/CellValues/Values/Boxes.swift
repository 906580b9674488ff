// The heap parts of values. Each is replaced, not changed, unless it is known to have one owner. Each notes its size.

@usableFromInline
package final class StringBox {
    @usableFromInline @exclusivity(unchecked) package var text: String
    @inlinable
    package init(_ text: String) {
        self.text = text
        ValueMemory.note(ValueMemory.box + text.utf8.count)
    }
}

@usableFromInline
package final class OptionalBox {
    @usableFromInline package let value: CellValue
    @inlinable
    package init(_ value: CellValue) {
        self.value = value
        ValueMemory.note(ValueMemory.box)
    }
    deinit { if LowStack.isLow { LowStack.keep([value]) } }
}

@usableFromInline
package final class ArrayBox {
    @usableFromInline @exclusivity(unchecked) package var elements: [CellValue]
    /// The index of the first element: 0, but in a slice its place in the array.
    @usableFromInline @exclusivity(unchecked) package var start: Int
    /// Whether it is an `ArraySlice`.
    @usableFromInline package let isSlice: Bool
    @inlinable
    package init(_ elements: [CellValue]) {
        self.elements = elements
        start = 0
        isSlice = false
        ValueMemory.note(ValueMemory.box + elements.count * ValueMemory.slot)
    }
    /// A slice, whose indices are those of the array that it is of.
    @inlinable
    package init(_ elements: [CellValue], slicedAt start: Int) {
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

@usableFromInline
package final class DictionaryBox {
    @exclusivity(unchecked) package var elements: [HashableValue: CellValue]
    package init(_ elements: [HashableValue: CellValue]) {
        self.elements = elements
        ValueMemory.note(ValueMemory.box + elements.count * 3 * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements.map(\.key.value) + elements.map(\.value)) } }
}

@usableFromInline
package final class SetBox {
    @exclusivity(unchecked) package var elements: Set<HashableValue>
    package init(_ elements: Set<HashableValue>) {
        self.elements = elements
        ValueMemory.note(ValueMemory.box + elements.count * 2 * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements.map(\.value)) } }
}

@usableFromInline
package final class TupleBox {
    @usableFromInline @exclusivity(unchecked) package var elements: [CellValue]
    @usableFromInline package let labels: [String?]
    @inlinable
    package init(_ elements: [CellValue], labels: [String?] = []) {
        self.elements = elements
        self.labels = labels
        ValueMemory.note(ValueMemory.box + elements.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(elements) } }
}

/// Any of Swift's ranges, over any bound.
@usableFromInline
package final class RangeBox {
    @usableFromInline
    package enum Kind { case halfOpen, closed, from, upTo, through, unbounded }
    @usableFromInline package let kind: Kind
    @usableFromInline package let lower: CellValue
    @usableFromInline package let upper: CellValue
    @inlinable
    package init(_ kind: Kind, lower: CellValue = .void, upper: CellValue = .void) {
        self.kind = kind
        self.lower = lower
        self.upper = upper
        ValueMemory.note(ValueMemory.box)
    }
}

@usableFromInline
package final class StructureBox {
    @usableFromInline package let type: NominalType
    @usableFromInline @exclusivity(unchecked) package var fields: [CellValue]
    @inlinable
    package init(_ type: NominalType, _ fields: [CellValue]) {
        self.type = type
        self.fields = fields
        ValueMemory.note(ValueMemory.box + fields.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(fields) } }
}

@usableFromInline
package final class EnumerationBox {
    @usableFromInline package let type: NominalType
    @usableFromInline package let index: Int
    @usableFromInline package let payload: [CellValue]
    @inlinable
    package init(_ type: NominalType, index: Int, payload: [CellValue] = []) {
        self.type = type
        self.index = index
        self.payload = payload
        ValueMemory.note(ValueMemory.box + payload.count * ValueMemory.slot)
    }
    deinit { if LowStack.isLow { LowStack.keep(payload) } }
}

@usableFromInline
package final class ExistentialBox {
    @usableFromInline package let value: CellValue
    @usableFromInline package let type: CellType
    @inlinable
    package init(_ value: CellValue, type: CellType) {
        self.value = value
        self.type = type
        ValueMemory.note(ValueMemory.box)
    }
    deinit { if LowStack.isLow { LowStack.keep([value]) } }
}

@usableFromInline
package final class TypeBox {
    package let type: CellType
    package init(_ type: CellType) { self.type = type }
}

/// A variable's place on the heap: a global, or a local that a closure captured.
@usableFromInline
package final class VariableBox {
    package let pointer: UnsafeMutablePointer<CellValue>

    package init(_ value: CellValue = .absent) {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: value)
        ValueMemory.note(2 * ValueMemory.box)
    }

    deinit {
        if LowStack.isLow { LowStack.keep([pointer.pointee]) }
        pointer.deinitialize(count: 1)
        pointer.deallocate()
    }

    package var value: CellValue {
        get { pointer.pointee }
        set { pointer.pointee = newValue }
    }
}

/// Something that can be called with values: a user's function or closure, or one of the library.
@usableFromInline
package final class CallableBox {
    /// What runs; one for all the values that the same place in a cell makes.
    @usableFromInline package let target: any CallTarget
    /// What it holds of the variables around it.
    @usableFromInline package let captured: [CellValue]
    @inlinable
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
@usableFromInline
package protocol CallTarget: AnyObject {
    /// For tracebacks and printing.
    var name: String { get }
    /// Looks at the stop flag, and runs it. An `inout` argument is changed in `arguments`.
    func call(_ arguments: inout [CellValue], _ captured: [CellValue]) throws -> CellValue
}

/// A value of one of the library's types.
@usableFromInline
package class HostBox {
    @usableFromInline
    package init() { ValueMemory.note(ValueMemory.box) }
    /// The Swift value.
    package var payloadAny: Any { () }
    /// A box of its own, holding the same value.
    package func copy() -> HostBox { self }
    /// Goes over its elements, of a type that is a sequence.
    func walk() throws -> () throws -> CellValue? {
        guard let sequence = payloadAny as? any HostSequence else {
            throw HostMismatch(expected: "a sequence", found: .host(self))
        }
        return try sequence.walk()
    }
    /// The Swift type, by which the library finds the type's declaration.
    package var typeIdentifier: ObjectIdentifier { ObjectIdentifier(Void.self) }
}

/// The box of a host type's values.
@usableFromInline
package final class HostCell<Payload>: HostBox {
    @usableFromInline @exclusivity(unchecked) package var payload: Payload
    @inlinable
    package init(_ payload: Payload) { self.payload = payload }
    package override var payloadAny: Any { payload }
    package override func copy() -> HostBox { HostCell(payload) }
    package override var typeIdentifier: ObjectIdentifier { ObjectIdentifier(Payload.self) }
}
