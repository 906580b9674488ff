internal import CellHost
internal import CellValues

extension StandardLibrary {
    static let strings = ["String", "Substring"]

    static func registerStringInitialisers(in library: HostLibrary) {
        registerTextOfValues(in: library)
        registerTextOfAnything(in: library)
        library.define("init()", "The empty string.", on: "String") { () -> String in "" }
        library.define(
            "init(repeating repeatedValue: String, count: Int)", "The same text over and over.", on: "String"
        ) {
            (text: String, count: Int) in try repeated(text, count)
        }
        library.define(
            "init(repeating repeatedValue: Character, count: Int)", "The same character over and over.", on: "String"
        ) { (character: Character, count: Int) in try repeated(String(character), count) }
    }

    private static func registerTextOfValues(in library: HostLibrary) {
        library.define("init(_ value: String)", "The same text.", on: "String") { (x: String) in x }
        library.define("init(_ value: Substring)", "The same text as a string of its own.", on: "String") {
            (x: String) in x
        }
        library.define("init(_ value: Character)", "The character as a string.", on: "String") { (x: Character) in
            String(x)
        }
        library.define("init(_ value: Int)", "The number in decimal digits.", on: "String") { (x: Int) in String(x) }
        library.define("init(_ value: Double)", "The number in decimal digits.", on: "String") { (x: Double) in
            String(x)
        }
        library.define("init(_ value: Float)", "The number in decimal digits.", on: "String") { (x: Float) in String(x)
        }
        library.define("init(_ value: Bool)", "\"true\" or \"false\".", on: "String") { (x: Bool) in String(x) }
        library.define(
            "init(_ characters: [Character])", "The characters in one string.", on: "String",
            raw: { .string(try joined($0[0])) })
        library.define(
            "init(_ characters: AnySequence<Character>)", "The characters in one string.", on: "String",
            raw: { .string(try joined($0[0])) })
        library.define("init(_ value: String)", "The text as a piece of a string.", on: "Substring") { (x: String) in x
        }
        library.define(
            "init(_ value: Int, radix: Int, uppercase: Bool = false)", "The number in the digits of base `radix`.",
            on: "String"
        ) { (value: Int, radix: Int, uppercase: Bool) in
            try checkRadix(radix)
            return String(value, radix: radix, uppercase: uppercase)
        }
    }

    private static func registerTextOfAnything(in library: HostLibrary) {
        library.define(
            "init(describing value: Any)", "The value as `print` shows it.", on: "String",
            raw: { [unowned library] in .string(try CellPrinter(library: library).description($0[0])) })
        library.define(
            "init(reflecting value: Any)", "The value as `debugPrint` shows it.", on: "String",
            raw: { [unowned library] in .string(try CellPrinter(library: library).debugDescription($0[0])) })
    }

    private static func repeated(_ text: String, _ count: Int) throws -> String {
        guard count >= 0 else { throw CellRuntimeError.negative("String(repeating:count:)", count) }
        let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
        guard !overflow, bytes <= CellValue.mostElements else {
            throw CellRuntimeError(
                "\(count) times \(text.utf8.count) bytes are too long a string: the most is \(CellValue.mostElements)"
            )
        }
        if bytes > 1 << 20 { try CellValue.checkMemory(bytes, of: "a string of \(bytes) bytes") }
        let times = max(1, (1 << 12) / max(1, text.utf8.count))
        guard count > times else { return String(repeating: text, count: count) }
        let piece = String(repeating: text, count: times)
        let watch = StopWatch()
        var result = ""
        result.reserveCapacity(bytes)
        for _ in 0..<(count / times) {
            try watch.look()
            result += piece
        }
        return result + String(repeating: text, count: count % times)
    }
}
