/// The arguments of a call to a library function that takes them as they are.
@usableFromInline
package struct HostCall {
    @usableFromInline package let base: UnsafeMutablePointer<CellValue>
    package init(base: UnsafeMutablePointer<CellValue>) { self.base = base }

    /// The argument at a place, self being the first of a method. A default is filled in already; a variadic
    /// parameter arrives as one array.
    @inlinable
    package func value<T: HostConvertible>(_ index: Int, as type: T.Type = T.self) throws -> T {
        try T.fromCell(base[index])
    }

    /// The argument as the cell has it.
    package subscript(_ index: Int) -> CellValue {
        @inlinable get { base[index] }
        @inlinable nonmutating set { base[index] = newValue }
    }

    /// Moves an argument out of its place, so that it has one owner and can be changed where it is. ``put(_:_:)`` gives it back.
    @inlinable
    package func take<T: HostConvertible>(_ index: Int, as type: T.Type = T.self) throws -> T {
        let value = try T.fromCell(base[index])
        base[index] = .absent
        return value
    }

    /// Gives a changed argument back.
    @inlinable
    package func put<T: HostConvertible>(_ value: T, _ index: Int) { base[index] = value.toCell() }
}
