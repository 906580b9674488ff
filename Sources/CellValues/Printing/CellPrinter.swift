/// Texts of values as Swift's `print` and `debugPrint` write them.
///
/// ```swift
/// CellPrinter(library: library).description(value)        // Point(x: 1.0, name: "a")
/// ```
/// A type of a cell's own has no module here: Swift's `[main.Point(x: 1.0)]` reads `[Point(x: 1.0)]`.
package struct CellPrinter {
    /// Knows how the library's types print; without it as Swift prints them.
    private let library: (any HostTypes)?

    package init(library: (any HostTypes)? = nil) { self.library = library }

    /// As `print(value)` and `"\(value)"` have it.
    ///
    /// - Throws: ``CellRuntimeError`` when it is longer than a string can be.
    package func description(_ value: CellValue) throws -> String {
        switch value {
        case .string(let box), .character(let box): return box.text
        case .int(let number): return number.description
        default: return try whole { try $0.append(value) }
        }
    }

    /// As `debugPrint(value)` has it, and arrays for their elements.
    package func debugDescription(_ value: CellValue) throws -> String { try whole { try $0.appendDebug(value) } }

    private func whole(_ write: (inout ValueWriter) throws -> Void) throws -> String {
        var writer = ValueWriter(library: library, longest: CellValue.mostElements)
        guard try writer.writes(write) else {
            throw CellRuntimeError(
                "the text of this value is longer than a string can be: the most is \(CellValue.mostElements) bytes",
                hints: ["write a part of the value"])
        }
        return writer.text
    }

    /// The beginning of a text, at most `longest` bytes of it.
    ///
    /// - Parameter isDebug: whether texts within it are in quotes at the outermost level too.
    package func beginning(of value: CellValue, longest: Int, isDebug: Bool) throws -> (text: String, isCut: Bool) {
        var writer = ValueWriter(library: library, longest: longest)
        let isWhole = try writer.writes { isDebug ? try $0.appendDebug(value) : try $0.append(value) }
        return (writer.text, !isWhole)
    }
}
