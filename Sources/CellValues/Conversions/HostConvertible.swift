/// A Swift type whose values go into cells and come out of them.
///
/// Numbers, strings, arrays and so on have it already; a type of the library takes ``HostObject``.
@usableFromInline
package protocol HostConvertible {
    /// The Swift value, or an error that says what was expected. The checker has seen to it that this succeeds.
    static func fromCell(_ value: CellValue) throws -> Self
    /// The same value as cells handle it.
    func toCell() -> CellValue
}

/// A type of the library whose values cells hold as they are.
///
/// ```swift
/// extension Tensor: HostObject {}
/// ```
@usableFromInline
package protocol HostObject: HostConvertible {}

extension HostObject {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> Self {
        switch value {
        case .host(let box): if let cell = box as? HostCell<Self> { return cell.payload }
        case .existential(let box): return try fromCell(box.value)
        default: break
        }
        throw HostMismatch(expected: "\(Self.self)", found: value)
    }

    @inlinable
    package func toCell() -> CellValue { .host(HostCell(self)) }
}

/// A type of the library whose values `for … in` goes over; ``HostLibrary/sequence(on:element:)`` says over what.
package protocol HostSequence: HostObject {
    associatedtype CellElements: Sequence where CellElements.Element: HostConvertible
    /// The elements as cells see them.
    var cellElements: CellElements { get throws }
}

extension HostSequence {
    func walk() throws -> () throws -> CellValue? {
        var iterator = try cellElements.makeIterator()
        return { iterator.next()?.toCell() }
    }
}

/// A value reached a library function that its declaration does not admit. A mistake in the table, not in the cell.
@usableFromInline
package struct HostMismatch: Error, CustomStringConvertible {
    package let expected: String
    @usableFromInline package let description: String

    @usableFromInline
    package init(expected: String, found: CellValue) {
        self.expected = expected
        description = "expected a value of type '\(expected)', got \(found.kindName)"
    }
}

extension CellValue: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> CellValue { value }
    @inlinable
    package func toCell() -> CellValue { self }

    /// A word for the kind of value, for messages about mistakes in the table.
    package var kindName: String {
        switch self {
        case .void: "Void"
        case .int: "Int"
        case .double: "Double"
        case .float: "Float"
        case .bool: "Bool"
        case .string: "String"
        case .character: "Character"
        case .optional: "an optional"
        case .array: "an array"
        case .dictionary: "a dictionary"
        case .set: "a set"
        case .tuple: "a tuple"
        case .range: "a range"
        case .view(let box): box.name
        case .structure(let box): box.type.name
        case .enumeration(let box): box.type.name
        case .function: "a function"
        case .host(let box): "\(Swift.type(of: box.payloadAny))"
        case .existential(let box): box.value.kindName
        case .type: "a type"
        case .captured, .absent: "a variable that is being changed"
        }
    }
}
