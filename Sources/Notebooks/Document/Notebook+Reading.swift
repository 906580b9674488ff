internal import SessionSafety
internal import TextFormats

extension Notebook {
    /// Reads a notebook's file.
    ///
    /// Formats 4.0 to 4.5 are read, and later ones of 4 as far as they are the same.
    /// - Throws: ``NotebookError`` that says what is wrong and where.
    package init(_ bytes: [UInt8]) throws {
        let place = FilePlace(bytes)
        if let offset = UTF8Text.firstBadByte(in: bytes) {
            throw NotebookError("is no notebook: no UTF-8 text at \(place.name(of: offset))")
        }
        let root: JSONNode
        do {
            root = try JSONNode(bytes) {
                try Interruption.check()
                // A value takes far more room in memory than in the file.
                try MemoryBudget.check(JSONScanner.valuesPerPace, of: 96)
            }
        } catch {
            if let cause = error.cause { throw cause }
            let line = error.offset.map { " (\(place.name(of: $0)))" } ?? ""
            throw NotebookError("is no notebook: \(error.problem)\(line)")
        }
        try self.init(root)
        layout = NotebookLayout(of: bytes)
    }

    init(_ root: JSONNode) throws {
        guard let members = root.object else {
            throw NotebookError("is no notebook: it holds \(root.kind) where an object is needed")
        }
        try Self.checkFormat(members)
        guard let cells = members["cells"] else {
            throw NotebookError("is no notebook: the member \"cells\" is missing")
        }
        guard let list = cells.array else { throw NotebookError("is \(cells.kind), and a list is needed", at: "cells") }
        if let metadata = members["metadata"], metadata.object == nil {
            throw NotebookError("is \(metadata.kind), and an object is needed", at: "metadata")
        }
        self.cells = try list.enumerated().map { try NotebookCell($1, at: "cells[\($0)]") }
        rest = members
        rest["cells"] = .array([])
    }

    private static func checkFormat(_ members: JSONObject) throws {
        guard let format = members["nbformat"] else {
            throw NotebookError("is no notebook: the member \"nbformat\" is missing")
        }
        guard let major = format.integer else {
            throw NotebookError("is \(format.kind), and the number of a format is needed", at: "nbformat")
        }
        if (1...3).contains(major) {
            throw NotebookError(
                "is a notebook of format \(major), and 4 is read; `jupyter nbconvert --to notebook FILE` converts it")
        }
        guard major == 4 else { throw NotebookError("is a notebook of format \(major), and 4 is read") }
        if let minor = members["nbformat_minor"], minor.integer == nil {
            throw NotebookError("is \(minor.kind), and the number of a format is needed", at: "nbformat_minor")
        }
    }
}

/// Finds lines and columns in a file's bytes.
private struct FilePlace {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `line 3, column 14`, both from 1.
    func name(of offset: Int) -> String {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return "line \(line), column \(offset - start + 1)"
    }
}
