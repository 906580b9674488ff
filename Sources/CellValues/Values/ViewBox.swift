/// A sequence that makes its elements as they are asked for: what `zip`, `stride`, `lazy` and their like give.
@usableFromInline
package final class ViewBox {
    /// What Swift calls its type.
    package let name: String
    /// The values that it goes over.
    package let parts: [CellValue]
    /// A sequence of as many elements, counted instead when there is one.
    package let counted: CellValue?
    /// How it prints; Swift shows the inner workings of the others.
    package let printing: Printing
    /// Goes over the parts from the beginning.
    private let start: ([CellValue]) throws -> CellWalk
    /// Goes over them from the end, where that needs no list of all.
    private let startBackwards: (([CellValue]) throws -> CellWalk)?

    package enum Printing {
        case none
        /// As a list, for debugging with a name around it.
        case list(debug: String)
        /// As the text that it is a view of.
        case text(debug: String)
    }

    package init(
        _ name: String, _ parts: [CellValue], counted: CellValue? = nil, printing: Printing = .none,
        backwards: (([CellValue]) throws -> CellWalk)? = nil, _ start: @escaping ([CellValue]) throws -> CellWalk
    ) {
        self.name = name
        self.parts = parts
        self.counted = counted
        self.printing = printing
        self.start = start
        startBackwards = backwards
        ValueMemory.note(4 * ValueMemory.box)
    }

    deinit { if LowStack.isLow { LowStack.keep(parts) } }

    package func walk() throws -> CellWalk {
        if LowStack.isLow { throw CellRuntimeError.tooDeep }
        return try start(parts)
    }

    func walkBackwards() throws -> CellWalk {
        if LowStack.isLow { throw CellRuntimeError.tooDeep }
        if let startBackwards { return try startBackwards(parts) }
        return CellWalk(backwards: try CellValue.view(self).elements())
    }
}
