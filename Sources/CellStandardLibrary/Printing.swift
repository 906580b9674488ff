internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerPrinting(in library: HostLibrary) {
        library.define(
            "func print(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")",
            "Writes values as text.",
            raw: { [unowned library] call in
                let printer = CellPrinter(library: library)
                let (items, separator) = (try call.elements(0), try call.text(1))
                var text = ""
                for (place, item) in items.enumerated() {
                    if place > 0 { text += separator }
                    text += try printer.description(item)
                }
                CellConsole.write(text + (try call.text(2)))
                return .void
            })
        library.define(
            "func type(of value: Any) -> Any", "The type of a value, for printing.",
            raw: { call in
                if case .existential(let box) = call[0] { return .type(TypeBox(box.type.settled)) }
                return .string(call[0].kindName)
            })
        library.define(
            "func debugPrint(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")",
            "Writes values as text, strings in quotes.",
            raw: { [unowned library] call in
                let printer = CellPrinter(library: library)
                let texts = try call.elements(0).map(printer.debugDescription)
                CellConsole.write(texts.joined(separator: try call.text(1)) + (try call.text(2)))
                return .void
            })
        library.define(
            "func readLine(strippingNewline: Bool = true) -> String?",
            "A line that the user types; nil when there is no more."
        ) { (strippingNewline: Bool) -> String? in
            try CellConsole.output?.readLine(prompt: "").map { strippingNewline ? $0 : $0 + "\n" }
        }
    }
}
