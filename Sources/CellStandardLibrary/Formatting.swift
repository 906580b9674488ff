internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerFormatting(in library: HostLibrary) {
        library.conformance("CVarArg", of: "Int", "Double", "Float", "String")
        library.define(
            "init(format: String, _ arguments: any CVarArg...)",
            "Text with values in it: %d for Int, %.2f for Double with two digits, %@ for text, %5d at least five wide.",
            on: "String",
            raw: { [unowned library] call in
                var format = TextFormat(try call.elements(1), printer: CellPrinter(library: library))
                return .string(try format.text(try call.text(0)))
            })
    }
}
