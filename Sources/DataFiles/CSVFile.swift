internal import SessionSafety

/// Reads a table of comma-separated values: `try loadCSV("prompts.csv")["subject"]`.
///
/// The first line has the names of the columns. Fields may stand between quotes (RFC 4180), and then hold commas, line ends
/// and doubled quotes.
/// - Parameter separator: what stands between fields; `"\t"` for tab-separated values.
/// - Throws: ``DataFileError`` with the line of what is wrong, ``FileError`` when the file can't be read.
public func loadCSV(_ path: String, separator: String = ",") throws -> CSVTable {
    guard let mark = separator.utf8.first, separator.utf8.count == 1, mark != 0x22, mark != 0x0A, mark != 0x0D else {
        throw DataFileError(
            path: path, line: nil,
            problem: "can't be split at \"\(separator)\"; a separator is one character, such as \",\"")
    }
    return try CSVReader(bytes: DataFile.bytes(path), separator: mark, path: path).table()
}

/// A table that was read from a file: columns with names, and rows of text.
public struct CSVTable: Sendable, Equatable {
    /// The names in the file's first line.
    public let columns: [String]
    /// Every row has one field per column.
    public let rows: [[String]]
    let path: String

    /// How many rows there are.
    public var count: Int { rows.count }

    /// The fields of one column: `table["subject"]`.
    /// - Throws: ``DataFileError`` that names the columns there are.
    public subscript(column: String) -> [String] {
        get throws { let place = try place(of: column); return rows.map { $0[place] } }
    }

    /// The numbers of one column: `try table.numbers("effect")`.
    /// - Throws: ``DataFileError`` for a column that is not there, and with the row of what is no number.
    public func numbers(_ column: String) throws -> [Double] {
        let place = try place(of: column)
        return try rows.enumerated().map { row, fields in
            guard let number = Double(fields[place].filter { !$0.isWhitespace }) else {
                throw DataFileError(
                    path: path, line: nil,
                    problem: "has \"\(fields[place])\" in row \(row + 1) of the column \(column), which is no number")
            }
            return number
        }
    }

    private func place(of column: String) throws -> Int {
        guard let place = columns.firstIndex(of: column) else {
            throw DataFileError(
                path: path, line: nil,
                problem: "has no column \"\(column)\"; it has \(columns.joined(separator: ", "))")
        }
        return place
    }
}

/// Goes through a file's bytes field by field.
private struct CSVReader {
    let bytes: [UInt8]
    let separator: UInt8
    let path: String
    private var position = 0
    private var line = 1

    init(bytes: [UInt8], separator: UInt8, path: String) {
        (self.bytes, self.separator, self.path) = (bytes, separator, path)
    }

    func table() throws -> CSVTable {
        var reader = self
        guard let columns = try reader.row() else {
            throw DataFileError(path: path, line: nil, problem: "is empty, and a line of column names is needed")
        }
        var rows: [[String]] = []
        while true {
            let start = reader.line
            guard let row = try reader.row() else { break }
            if row == [""], columns.count > 1 { continue }
            guard row.count == columns.count else {
                throw DataFileError(
                    path: path, line: start,
                    problem: "has \(row.count) field\(row.count == 1 ? "" : "s"), and the columns are \(columns.count)")
            }
            rows.append(row)
            if rows.count & 1023 == 0 {
                try Interruption.check()
                // Rows and fields of a few bytes take far more room in memory than in the file.
                try MemoryBudget.check(1024 * (columns.count + 4), of: 16)
            }
        }
        return CSVTable(columns: columns, rows: rows, path: path)
    }

    /// The fields up to the end of a line; nil at the end of the file.
    private mutating func row() throws -> [String]? {
        guard position < bytes.count else { return nil }
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard position < bytes.count else { return fields }
            let end = bytes[position]
            position += 1
            if end == separator { continue }
            if end == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            line += 1
            return fields
        }
    }

    private mutating func field() throws -> String {
        guard position < bytes.count, bytes[position] == 0x22 else {
            let start = position
            while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D
            {
                position += 1
            }
            return try text(bytes[start..<position])
        }
        return try quotedField()
    }

    private mutating func quotedField() throws -> String {
        let start = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A { line += 1 }
            if byte != 0x22 {
                content.append(byte)
            } else if position < bytes.count, bytes[position] == 0x22 {
                content.append(byte)
                position += 1
            } else {
                guard position == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[position]) else {
                    throw DataFileError(path: path, line: line, problem: "has text behind a closing quote")
                }
                return try text(content[...])
            }
        }
        throw DataFileError(path: path, line: start, problem: "opens a quote that is never closed")
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DataFileError(path: path, line: line, problem: "is no UTF-8 text")
        }
        return text
    }
}
