internal import CellValues
internal import Platform

/// `String(format:)`: C's format directions, each checked against the value that it is given.
struct TextFormat {
    /// `%-8.3f`: flags, width, precision and the letter, without the length in between.
    struct Direction: Equatable {
        var flags = ""
        var width: Int?
        var precision: Int?
        var letter: Character = "d"
        /// The argument that `%2$d` names, counted from 1.
        var position: Int?
        var takesWidth = false
        var takesPrecision = false
    }

    private var arguments: [CellValue]
    private var next = 0
    private let printer: CellPrinter
    /// More is never meant, and would fill the memory.
    private static let widest = 100_000

    init(_ arguments: [CellValue], printer: CellPrinter) {
        self.arguments = arguments
        self.printer = printer
    }

    mutating func text(_ format: String) throws -> String {
        var result = ""
        var rest = format[...]
        var watch = StopWatch()
        while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
            try watch.step()
            try result.add(String(rest[..<percent]))
            rest = rest[percent...].dropFirst()
            if rest.first == "%" {
                result += "%"
                rest = rest.dropFirst()
            } else {
                try result.add(try text(for: try TextFormat.direction(&rest)))
            }
        }
        return result + rest
    }

    // MARK: Reading

    private static func direction(_ rest: inout Substring) throws -> Direction {
        var direction = Direction()
        let start = rest
        if let number = number(&rest) {
            if rest.first == "$" { (direction.position, rest) = (number, rest.dropFirst()) } else { rest = start }
        }
        while let flag = rest.first, "-+ #0".contains(flag) {
            direction.flags.append(flag)
            rest = rest.dropFirst()
        }
        (direction.width, direction.takesWidth) = size(&rest)
        if rest.first == "." {
            rest = rest.dropFirst()
            (direction.precision, direction.takesPrecision) = size(&rest)
            if direction.precision == nil, !direction.takesPrecision { direction.precision = 0 }
        }
        while let length = rest.first, "hlqLzjt".contains(length) { rest = rest.dropFirst() }
        guard let letter = rest.popFirst() else {
            throw CellRuntimeError("the format ends within '%\(start)'", hints: ["write '%%' for a percent sign"])
        }
        direction.letter = letter
        return direction
    }

    private static func number(_ rest: inout Substring) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.first != "0" else { return nil }
        rest = rest[digits.endIndex...]
        return Int(digits) ?? .max
    }

    private static func size(_ rest: inout Substring) -> (Int?, Bool) {
        if rest.first == "*" {
            rest = rest.dropFirst()
            return (nil, true)
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...]
        return (digits.isEmpty ? nil : Int(digits) ?? .max, false)
    }

    // MARK: Writing

    private mutating func text(for direction: Direction) throws -> String {
        var direction = direction
        if direction.takesWidth {
            let width = try size(for: direction)
            if width < 0 { direction.flags += "-" }
            direction.width = Int(clamping: width.magnitude)
        }
        if direction.takesPrecision {
            let precision = try size(for: direction)
            direction.precision = precision < 0 ? nil : precision
        }
        guard (direction.width ?? 0) <= TextFormat.widest, (direction.precision ?? 0) <= TextFormat.widest else {
            throw CellRuntimeError("the format asks for more than \(TextFormat.widest) characters")
        }
        return try write(try argument(for: direction), direction)
    }

    private mutating func size(for direction: Direction) throws -> Int {
        guard case .int(let size) = try argument(for: Direction(letter: "*")) else {
            throw CellRuntimeError("the '*' of a format takes an Int")
        }
        return size
    }

    private mutating func argument(for direction: Direction) throws -> CellValue {
        let index = direction.position.map { $0 - 1 } ?? next
        if direction.position == nil { next += 1 }
        guard arguments.indices.contains(index) else {
            throw CellRuntimeError(
                "the format has a '%\(direction.letter)' without a value: it was given \(arguments.count) values")
        }
        if case .existential(let box) = arguments[index] { return box.value }
        return arguments[index]
    }

    private func write(_ value: CellValue, _ direction: Direction) throws -> String {
        switch (direction.letter, value) {
        case ("d", .int(let number)), ("i", .int(let number)), ("D", .int(let number)):
            return TextFormat.print(direction, "ld", number)
        case ("u", .int(let number)), ("x", .int(let number)), ("X", .int(let number)), ("o", .int(let number)):
            return TextFormat.print(direction, "l\(direction.letter)", number)
        case ("c", .int(let number)):
            return TextFormat.pad(
                Unicode.Scalar(UInt32(clamping: number)).map { String(Character($0)) } ?? "", direction)
        case (let letter, .double(let number)) where "fFeEgGaA".contains(letter):
            return TextFormat.print(direction, String(letter), number)
        case (let letter, .float(let number)) where "fFeEgGaA".contains(letter):
            return TextFormat.print(direction, String(letter), Double(number))
        case ("@", _): return TextFormat.pad(try printer.description(value), direction)
        default: throw mismatch(value, direction.letter)
        }
    }

    private func mismatch(_ value: CellValue, _ letter: Character) -> CellRuntimeError {
        let wanted =
            switch letter {
            case "d", "i", "D", "u", "x", "X", "o", "c": "an Int"
            case "f", "F", "e", "E", "g", "G", "a", "A": "a Double"
            default: ""
            }
        guard !wanted.isEmpty else {
            return CellRuntimeError(
                "the format '%\(letter)' is not known", hints: ["use %d for Int, %f for Double, %@ for anything else"])
        }
        return CellRuntimeError("the format '%\(letter)' takes \(wanted), got \(value.kindName)")
    }

    private static func pad(_ text: String, _ direction: Direction) -> String {
        let text = direction.precision.map { String(text.prefix($0)) } ?? text
        guard let width = direction.width, width > text.count else { return text }
        let spaces = String(repeating: " ", count: width - text.count)
        return direction.flags.contains("-") ? text + spaces : spaces + text
    }

    /// C's own printing of one number.
    private static func print(_ direction: Direction, _ conversion: String, _ number: any CVarArg) -> String {
        var format = "%" + direction.flags
        if let width = direction.width { format += String(width) }
        if let precision = direction.precision { format += "." + String(precision) }
        format += conversion
        return withVaList([number]) { list in
            // Wide enough for the longest number (309 digits before the point) and what was asked for.
            let capacity = 400 + (direction.width ?? 0) + (direction.precision ?? 0)
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
                guard let start = buffer.baseAddress else { return "" }
                let written = Int(vsnprintf(start, capacity, format, list))
                let bytes = buffer.prefix(max(0, min(written, capacity - 1))).map { UInt8(bitPattern: $0) }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
