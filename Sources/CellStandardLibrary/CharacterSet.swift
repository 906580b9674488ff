internal import CellHost
internal import CellValues

/// The sets of characters that Foundation names, as far as cells use them. They hold Unicode scalars, as there.
struct CellCharacterSet: HostObject {
    let contains: (Unicode.Scalar) -> Bool
}

extension StandardLibrary {
    static func registerCharacterSets(in library: HostLibrary) {
        library.type(
            "CharacterSet", CellCharacterSet.self, doc: "A set of characters, for trimming and splitting.",
            describe: { _ in "CharacterSet" })
        for (name, documentation, contains) in namedSets {
            library.define("static var \(name): CharacterSet", documentation, on: "CharacterSet") {
                () -> CellCharacterSet in CellCharacterSet(contains: contains)
            }
        }
        library.define("init(charactersIn string: String)", "The characters of a text.", on: "CharacterSet") {
            (text: String) in
            let scalars = Set(text.unicodeScalars)
            return CellCharacterSet { scalars.contains($0) }
        }
        library.define("var inverted: CharacterSet", "All other characters.", on: "CharacterSet") {
            (set: CellCharacterSet) in CellCharacterSet { !set.contains($0) }
        }
        library.define(
            "func union(_ other: CharacterSet) -> CharacterSet", "The characters of both.", on: "CharacterSet"
        ) { (set: CellCharacterSet, other: CellCharacterSet) in
            CellCharacterSet { set.contains($0) || other.contains($0) }
        }
    }

    private static var namedSets: [(String, String, (Unicode.Scalar) -> Bool)] {
        [
            ("whitespaces", "Spaces and tabs.", isSpace),
            ("whitespacesAndNewlines", "Spaces, tabs and line ends.", { isSpace($0) || isLineEnd($0) }),
            ("newlines", "Line ends.", isLineEnd),
            ("letters", "Letters of all alphabets.", { isOne($0, of: letters) }),
            ("uppercaseLetters", "Capital letters.", { isOne($0, of: [.uppercaseLetter, .titlecaseLetter]) }),
            ("lowercaseLetters", "Small letters.", { isOne($0, of: [.lowercaseLetter]) }),
            ("decimalDigits", "Digits.", { isOne($0, of: [.decimalNumber]) }),
            ("alphanumerics", "Letters and numbers.", { isOne($0, of: letters + numbers) }),
            ("punctuationCharacters", "Commas, dashes, brackets and the like.", { isOne($0, of: punctuation) }),
            ("symbols", "Symbols.", { isOne($0, of: symbols) }),
        ]
    }

    // MARK: The categories of Unicode that Foundation's sets are made of

    private static let letters: [Unicode.GeneralCategory] = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark,
    ]
    private static let numbers: [Unicode.GeneralCategory] = [.decimalNumber, .letterNumber, .otherNumber]
    private static let punctuation: [Unicode.GeneralCategory] = [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
    ]
    private static let symbols: [Unicode.GeneralCategory] = [
        .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
    ]

    private static func isOne(_ scalar: Unicode.Scalar, of categories: [Unicode.GeneralCategory]) -> Bool {
        categories.contains(scalar.properties.generalCategory)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{A}"..."\u{D}").contains(scalar) || ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }
}
