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
            x.uppercased()
        }
        library.define("func lowercased() -> String", "With small letters only.", on: name) { (x: String) in
            x.lowercased()
        }
        library.define(
            "var capitalized: String", "With every word's first letter a capital, the others small.", on: name
        ) {
            (x: String) in capitalized(x)
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
                (x: String, other: String) in TextSearch.firstRange(of: other, in: x[...]) != nil
            }
        }
    }

    private static func registerUnits(on name: String, in library: HostLibrary) {
        library.define("var utf8: AnySequence<Int>", "Its bytes in UTF-8.", on: name) { (x: String) in
            x.utf8.map { Int($0) }
        }
        library.define("var utf16: AnySequence<Int>", "Its units in UTF-16.", on: name) { (x: String) in
            x.utf16.map { Int($0) }
        }
        library.define("var isContiguousUTF8: Bool", "Whether its bytes lie in a row.", on: name) { (x: String) in
            x.isContiguousUTF8
        }
    }

    /// As Foundation: letters in words, where an apostrophe belongs to the word.
    private static func capitalized(_ text: String) -> String {
        var result = ""
        var isInWord = false
        for character in text {
            let belongs =
                character.isLetter || (isInWord && (character == "'" || character == "’"))
            result += belongs && !isInWord ? character.uppercased() : character.lowercased()
            isInWord = belongs
        }
        return result
    }
}
