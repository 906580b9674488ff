internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerConversions(in library: HostLibrary) {
        registerToInt(in: library)
        registerToFloating(Double.self, in: library)
        registerToFloating(Float.self, in: library)
    }

    private static func registerToInt(in library: HostLibrary) {
        library.define("init()", "Zero.", on: "Int") { () -> Int in 0 }
        library.define("init(_ value: Int)", "The same number.", on: "Int") { (x: Int) in x }
        registerToInt(from: Double.self, in: library)
        registerToInt(from: Float.self, in: library)
        for text in ["String", "Substring"] {
            library.define("init?(_ text: \(text))", "The number that the digits say, or nil.", on: "Int") {
                (text: String) in Int(text)
            }
            library.define(
                "init?(_ text: \(text), radix: Int)", "The number that the digits say in base `radix`, or nil.",
                on: "Int"
            ) { (text: String, radix: Int) in
                try checkRadix(radix)
                return Int(text, radix: radix)
            }
        }
    }

    private static func registerToInt<T: FloatingCellNumber>(from type: T.Type, in library: HostLibrary) {
        library.define("init(_ value: \(T.cellName))", "The whole part: the fraction is dropped.", on: "Int") {
            (x: T) in
            guard let result = Int(exactly: x.rounded(.towardZero)) else {
                throw CellRuntimeError("\(x) cannot become an Int: it is \(x.isNaN ? "not a number" : "out of range")")
            }
            return result
        }
        library.define("init?(exactly value: \(T.cellName))", "The same number, or nil if it is not whole.", on: "Int")
        {
            (x: T) in Int(exactly: x)
        }
    }

    private static func registerToFloating<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define("init()", "Zero.", on: name) { () -> T in 0 }
        library.define("init(_ value: Int)", "The nearest \(name).", on: name) { (x: Int) in T(x) }
        library.define("init(_ value: Double)", "The nearest \(name).", on: name) { (x: Double) in T(x) }
        library.define("init(_ value: Float)", "The nearest \(name).", on: name) { (x: Float) in T(x) }
        library.define("init?(exactly value: Int)", "The same number, or nil if digits would be lost.", on: name) {
            (x: Int) in T(exactly: x)
        }
        for text in ["String", "Substring"] {
            library.define("init?(_ text: \(text))", "The number that the text says, or nil.", on: name) {
                (text: String) in T(text)
            }
        }
    }

    static func checkRadix(_ radix: Int) throws {
        guard (2...36).contains(radix) else { throw CellRuntimeError("a radix is from 2 to 36, got \(radix)") }
    }
}
