/// A value of a running cell. One word of payload, so that sixteen bytes hold any of them.
@usableFromInline
package enum CellValue {
    case void
    case int(Int)
    case double(Double)
    case float(Float)
    case bool(Bool)
    case string(StringBox)
    case character(StringBox)
    /// Nil without a box.
    case optional(OptionalBox?)
    case array(ArrayBox)
    case dictionary(DictionaryBox)
    case set(SetBox)
    case tuple(TupleBox)
    case range(RangeBox)
    /// A sequence that makes its elements as they are asked for.
    case view(ViewBox)
    case structure(StructureBox)
    case enumeration(EnumerationBox)
    case function(CallableBox)
    case host(HostBox)
    /// A value behind `any P`, together with the type that it was given as.
    case existential(ExistentialBox)
    case type(TypeBox)
    /// The variable's heap cell, in a frame's slot of a captured variable. Never seen by a program.
    case captured(VariableBox)
    /// In a variable that has no value yet, or whose value is being changed right now. Never seen by a program.
    case absent
}

extension CellValue {
    @inlinable
    package static func string(_ text: String) -> CellValue { .string(StringBox(text)) }
    @inlinable
    package static func array(_ elements: [CellValue]) -> CellValue { .array(ArrayBox(elements)) }
    @inlinable
    package static func tuple(_ elements: [CellValue], labels: [String?] = []) -> CellValue {
        .tuple(TupleBox(elements, labels: labels))
    }
    @inlinable
    package static func some(_ value: CellValue) -> CellValue { .optional(OptionalBox(value)) }
    @inlinable
    package static var none: CellValue { .optional(nil) }
}
