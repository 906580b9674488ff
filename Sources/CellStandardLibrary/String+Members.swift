internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerStringMembers(in library: HostLibrary) {
        for name in strings {
            registerCase(on: name, in: library)
            registerTests(on: name, in: library)
            registerUnits(on: name, in: library)
        }
    }

    private static func registerCase(on name: String, in library: HostLibrary) {
        library.define("func uppercased() -> String", "With capital letters only.", on: name) { (x: String) in
            try x.inPieces { $0.uppercased() }
        }
        library.define("func lowercased() -> String", "With small letters only.", on: name) { (x: String) in
            try x.inPieces { $0.lowercased() }
        }
        library.define(
            "var capitalized: String", "With every word's first letter a capital, the others small.", on: name
        ) {
            (x: String) in try capitalized(x)
        }
        library.define("var description: String", "The text itself.", on: name) { (x: String) in x }
        library.define("var debugDescription: String", "The text in quotes, as a cell would write it.", on: name) {
            (x: String) in x.debugDescription
        }
    }

    private static func registerTests(on name: String, in library: HostLibrary) {
        library.define("func hasPrefix(_ prefix: String) -> Bool", "Whether it begins with the text.", on: name) {
            (x: String, prefix: String) in x.hasPrefix(prefix)
        }
        library.define("func hasSuffix(_ suffix: String) -> Bool", "Whether it ends with the text.", on: name) {
            (x: String, suffix: String) in x.hasSuffix(suffix)
        }
        for other in strings {
            library.define("func contains(_ other: \(other)) -> Bool", "Whether the text occurs in it.", on: name) {
                (x: String, other: String) in try TextSearch.firstRange(of: other, in: x[...]) != nil
            }
        }
    }

    private static func registerUnits(on owner: String, in library: HostLibrary) {
        func units<U: BidirectionalCollection>(
            _ name: String, _ type: String, _ documentation: String, debug: String, _ units: @escaping (String) -> U
        ) where U.Element: HostConvertible {
            library.define(
                "var \(name): \(type)", documentation, on: owner,
                raw: { call in
                    // A part's views show where in the whole text they lie.
                    .view(.units(type, debug: owner == "String" ? debug : nil, of: StringBox(try call.text(0)), units))
                })
        }
        units("utf8", "UTF8View", "Its bytes in UTF-8.", debug: "UTF8View") { $0.utf8 }
        units("utf16", "UTF16View", "Its units in UTF-16.", debug: "StringUTF16") { $0.utf16 }
        units("unicodeScalars", "UnicodeScalarView", "Its Unicode scalars.", debug: "StringUnicodeScalarView") {
            $0.unicodeScalars
        }
        library.define("var isContiguousUTF8: Bool", "Whether its bytes lie in a row.", on: owner) { (x: String) in
            x.isContiguousUTF8
        }
    }

    /// As Foundation: letters in words, where an apostrophe belongs to the word.
    private static func capitalized(_ text: String) throws -> String {
        var result = ""
        var isInWord = false
        var watch = StopWatch()
        for character in text {
            try watch.step()
            let belongs =
                character.isLetter || (isInWord && (character == "'" || character == "’"))
            result += belongs && !isInWord ? character.uppercased() : character.lowercased()
            isInWord = belongs
        }
        return result
    }
}

extension String {
    /// The same text with each of its pieces changed; a long one has several, so that the work can be stopped.
    func inPieces(_ change: (Substring) -> String) throws -> String {
        let longest = 1 << 12
        guard utf8.count > longest else { return change(self[...]) }
        let watch = StopWatch()
        var result = ""
        var rest = self[...]
        while !rest.isEmpty {
            try watch.look()
            let piece = rest.prefix(longest)
            result += change(piece)
            rest = rest[piece.endIndex...]
        }
        return result
    }
}
