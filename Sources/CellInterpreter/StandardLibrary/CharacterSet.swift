/// The sets of characters that Foundation names, as far as cells use them.
struct CellCharacterSet: HostObject {
    let contains: (Character) -> Bool
}

extension StandardLibrary {
    static func registerCharacterSets(in library: HostLibrary) {
        library.type(
            "CharacterSet", CellCharacterSet.self, doc: "A set of characters, for trimming and splitting.",
            describe: { _ in "CharacterSet" })
        let sets: [(String, String, (Character) -> Bool)] = [
            ("whitespaces", "Spaces and tabs.", { $0.isWhitespace && !$0.isNewline }),
            ("whitespacesAndNewlines", "Spaces, tabs and line ends.", { $0.isWhitespace }),
            ("newlines", "Line ends.", { $0.isNewline }),
            ("letters", "Letters of all alphabets.", { $0.isLetter }),
            ("uppercaseLetters", "Capital letters.", { $0.isUppercase }),
            ("lowercaseLetters", "Small letters.", { $0.isLowercase }),
            ("decimalDigits", "Digits.", { $0.isWholeNumber }),
            ("alphanumerics", "Letters and numbers.", { $0.isLetter || $0.isNumber }),
            ("punctuationCharacters", "Commas, dashes, brackets and the like.", { $0.isPunctuation }),
            ("symbols", "Symbols.", { $0.isSymbol }),
        ]
        for (name, documentation, contains) in sets {
            library.define("static var \(name): CharacterSet", documentation, on: "CharacterSet") {
                () -> CellCharacterSet in
                CellCharacterSet(contains: contains)
            }
        }
        registerCharacterSetMembers(in: library)
    }

    private static func registerCharacterSetMembers(in library: HostLibrary) {
        library.define("init(charactersIn string: String)", "The characters of a text.", on: "CharacterSet") {
            (text: String) in
            let characters = Set(text)
            return CellCharacterSet { characters.contains($0) }
        }
        library.define("var inverted: CharacterSet", "All other characters.", on: "CharacterSet") {
            (x: CellCharacterSet) in
            CellCharacterSet { !x.contains($0) }
        }
        library.define(
            "func union(_ other: CharacterSet) -> CharacterSet", "The characters of both.", on: "CharacterSet"
        ) {
            (x: CellCharacterSet, other: CellCharacterSet) in CellCharacterSet { x.contains($0) || other.contains($0) }
        }
    }
}
