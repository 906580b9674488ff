internal import CellHost
public import CellValues

extension StandardLibrary {
    static func registerFixedWidths(in library: HostLibrary) {
        register(UInt8.self, "A whole number from 0 to 255.", in: library)
        register(UInt16.self, "A whole number from 0 to 65535.", in: library)
        register(UInt32.self, "A whole number from 0 to 4294967295.", in: library)
        register(UInt.self, "A whole number from 0 on.", in: library)
        registerFromWholeNumbers(in: library)
        registerScalars(in: library)
    }

    private static func register<T: FixedWidthCellNumber>(
        _ type: T.Type, _ documentation: String, in library: HostLibrary
    ) {
        library.type(
            T.cellName, type, doc: documentation,
            conforms: [
                "Numeric", "BinaryInteger", "FixedWidthInteger", "Strideable", "CustomStringConvertible", "CVarArg",
            ])
        registerConstants(type, in: library)
        registerConversions(type, in: library)
        registerMembers(type, in: library)
        registerArithmetic(type, in: library)
    }

    private static func registerConstants<T: FixedWidthCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define("static var max: \(name)", "The largest \(name).", on: name) { () -> T in .max }
        library.define("static var min: \(name)", "The smallest \(name).", on: name) { () -> T in .min }
        library.define("static var zero: \(name)", "Zero.", on: name) { () -> T in .zero }
        library.define("static var bitWidth: Int", "The number of bits of a \(name).", on: name) { () -> Int in
            T.bitWidth
        }
        library.define("init()", "Zero.", on: name) { () -> T in .zero }
    }

    private static func registerConversions<T: FixedWidthCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define(
            "init<S: BinaryInteger>(_ value: S)", "The same number.", on: name,
            raw: { call in
                let value = try wholeNumber(call[0])
                guard let result = T(exactlyAny: value) else {
                    throw CellRuntimeError(
                        "\(value) cannot become a \(name): it is out of range",
                        hints: ["\(name) goes from \(T.min) to \(T.max)"])
                }
                return result.toCell()
            })
        for floating in ["Double", "Float"] {
            library.define(
                "init(_ value: \(floating))", "The whole part: the fraction is dropped.", on: name,
                raw: { call in
                    let value = try floatingNumber(call[0])
                    guard let result = T(exactly: value.rounded(.towardZero)) else {
                        throw CellRuntimeError(
                            "\(value) cannot become a \(name): it is \(value.isNaN ? "not a number" : "out of range")")
                    }
                    return result.toCell()
                })
        }
        library.define(
            "init?<S: BinaryInteger>(exactly value: S)", "The same number, or nil when it is out of range.", on: name,
            raw: { .optional(T(exactlyAny: try wholeNumber($0[0])).map { OptionalBox($0.toCell()) }) })
        library.define(
            "init<S: BinaryInteger>(clamping value: S)", "The nearest number that there is.", on: name,
            raw: { T(clampingAny: try wholeNumber($0[0])).toCell() })
        library.define(
            "init<S: BinaryInteger>(truncatingIfNeeded value: S)", "The number of the last bits.", on: name,
            raw: { T(truncatingAny: try wholeNumber($0[0])).toCell() })
        for text in strings {
            library.define("init?(_ text: \(text))", "The number that the digits say, or nil.", on: name) {
                (text: String) in T(text, radix: 10)
            }
            library.define(
                "init?(_ text: \(text), radix: Int)", "The number that the digits say in base `radix`, or nil.",
                on: name
            ) { (text: String, radix: Int) in
                try checkRadix(radix)
                return T(text, radix: radix)
            }
        }
    }

    private static func registerMembers<T: FixedWidthCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define("var description: String", "The number in decimal digits.", on: name) { (x: T) in "\(x)" }
        library.define("var magnitude: \(name)", "The number itself.", on: name) { (x: T) in x }
        library.define("func isMultiple(of other: \(name)) -> Bool", "Whether `other` divides it.", on: name) {
            (x: T, other: T) in x.isMultiple(of: other)
        }
        library.define("func signum() -> \(name)", "0 or 1.", on: name) { (x: T) in x.signum() }
        let counts: [(String, String, (T) -> Int)] = [
            ("nonzeroBitCount", "How many bits are 1.", { $0.nonzeroBitCount }),
            ("leadingZeroBitCount", "How many bits before the first 1.", { $0.leadingZeroBitCount }),
            ("trailingZeroBitCount", "How many bits after the last 1.", { $0.trailingZeroBitCount }),
        ]
        for (count, documentation, compute) in counts {
            library.define("var \(count): Int", documentation, on: name) { (x: T) in compute(x) }
        }
        library.define(
            "static func random(in range: ClosedRange<\(name)>) -> \(name)", "A number of the range by chance.",
            on: name
        ) { (range: ClosedRange<T>) in T.random(in: range) }
        library.define(
            "static func random(in range: Range<\(name)>) -> \(name)", "A number of the range by chance.", on: name
        ) { (range: Range<T>) in
            guard !range.isEmpty else { throw CellRuntimeError.emptyRange("\(range)") }
            return T.random(in: range)
        }
    }

    // MARK: From whole numbers of any width

    private static func registerFromWholeNumbers(in library: HostLibrary) {
        library.define(
            "init<S: BinaryInteger>(_ value: S)", "The same number.", on: "Int",
            raw: { call in
                let value = try wholeNumber(call[0])
                guard let result = Int(exactlyAny: value) else {
                    throw CellRuntimeError("\(value) cannot become an Int: it is out of range")
                }
                return .int(result)
            })
        library.define(
            "init?<S: BinaryInteger>(exactly value: S)", "The same number, or nil when it is out of range.", on: "Int",
            raw: { .optional(Int(exactlyAny: try wholeNumber($0[0])).map { OptionalBox(.int($0)) }) })
        library.define(
            "init<S: BinaryInteger>(clamping value: S)", "The nearest number that there is.", on: "Int",
            raw: { .int(Int(clampingAny: try wholeNumber($0[0]))) })
        library.define(
            "init<S: BinaryInteger>(truncatingIfNeeded value: S)", "The number of the last bits.", on: "Int",
            raw: { .int(Int(truncatingAny: try wholeNumber($0[0]))) })
        library.define(
            "init<S: BinaryInteger>(_ value: S)", "The nearest Double.", on: "Double",
            raw: { .double(Double(any: try wholeNumber($0[0]))) })
        library.define(
            "init<S: BinaryInteger>(_ value: S)", "The nearest Float.", on: "Float",
            raw: { .float(Float(any: try wholeNumber($0[0]))) })
        library.define(
            "init<S: BinaryInteger>(_ value: S)", "The number in decimal digits.", on: "String",
            raw: { .string("\(try wholeNumber($0[0]))") })
        library.define(
            "init<S: BinaryInteger>(_ value: S, radix: Int, uppercase: Bool = false)",
            "The number in the digits of base `radix`.", on: "String",
            raw: { call in
                let radix = try call.int(1)
                try checkRadix(radix)
                return .string(try wholeNumber(call[0]).text(radix, try call.value(2)))
            })
    }

    static func wholeNumber(_ value: CellValue) throws -> any BinaryInteger {
        switch value {
        case .int(let number): return number
        case .host(let box): if let number = box.payloadAny as? any BinaryInteger { return number }
        case .existential(let box): return try wholeNumber(box.value)
        default: break
        }
        throw HostMismatch(expected: "a whole number", found: value)
    }

    private static func floatingNumber(_ value: CellValue) throws -> Double {
        if case .float(let number) = value { return Double(number) }
        return try Double.fromCell(value)
    }

    // MARK: Scalars

    private static func registerScalars(in library: HostLibrary) {
        let name = "Unicode.Scalar"
        library.typeAlias("UnicodeScalar", name)
        library.type(name, Unicode.Scalar.self, doc: "A number that Unicode gives to a letter or sign.")
        library.define("init(_ value: UInt8)", "The scalar of a number below 256.", on: name) { (x: UInt8) in
            Unicode.Scalar(x)
        }
        library.define("init?(_ value: UInt32)", "The scalar of a number, or nil when there is none.", on: name) {
            (x: UInt32) in Unicode.Scalar(x)
        }
        library.define("init?(_ value: Int)", "The scalar of a number, or nil when there is none.", on: name) {
            (x: Int) in UInt32(exactly: x).flatMap { Unicode.Scalar($0) }
        }
        library.define("var value: UInt32", "Its number.", on: name) { (x: Unicode.Scalar) in x.value }
        library.define("var isASCII: Bool", "Whether it is in ASCII.", on: name) { (x: Unicode.Scalar) in x.isASCII }
        library.define("var description: String", "The scalar as a string.", on: name) { (x: Unicode.Scalar) in
            x.description
        }
        library.define("init(_ content: Unicode.Scalar)", "The character of one scalar.", on: "Character") {
            (x: Unicode.Scalar) in Character(x)
        }
        library.define("init(_ scalar: Unicode.Scalar)", "The scalar as a string.", on: "String") {
            (x: Unicode.Scalar) in String(x)
        }
        library.define(
            "var unicodeScalars: UnicodeScalarView", "Its Unicode scalars.", on: "Character",
            raw: { call in
                .view(
                    .units("UnicodeScalarView", debug: "StringUnicodeScalarView", of: StringBox(try call.text(0))) {
                        $0.unicodeScalars
                    })
            })
    }
}

extension Unicode.Scalar: HostObject {}

extension FixedWidthInteger {
    init?(exactlyAny value: any BinaryInteger) { self.init(exactly: value) }
    init(clampingAny value: any BinaryInteger) { self.init(clamping: value) }
    init(truncatingAny value: any BinaryInteger) { self.init(truncatingIfNeeded: value) }
}

extension BinaryFloatingPoint {
    init(any value: any BinaryInteger) { self.init(value) }
}

extension BinaryInteger {
    fileprivate func text(_ radix: Int, _ uppercase: Bool) -> String {
        String(self, radix: radix, uppercase: uppercase)
    }
}
