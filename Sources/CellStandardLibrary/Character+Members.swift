internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerCharacters(in library: HostLibrary) {
        registerCharacterTests(in: library)
        registerCharacterValues(in: library)
        library.define("init(_ content: String)", "The one character of a string.", on: "Character") { (text: String) in
            guard let first = text.first, text.dropFirst().isEmpty else {
                throw CellRuntimeError(
                    "Character(_:) takes a string of one character, got \(String(text.beginning(atMost: 100)).debugDescription)"
                )
            }
            return first
        }
        library.define("init(_ content: Character)", "The same.", on: "Character") { (x: Character) in x }
    }

    private static func registerCharacterTests(in library: HostLibrary) {
        let tests: [(String, String, (Character) -> Bool)] = [
            ("isLetter", "Whether it is a letter.", { $0.isLetter }),
            ("isNumber", "Whether it is a number's sign.", { $0.isNumber }),
            ("isWholeNumber", "Whether it stands for a whole number.", { $0.isWholeNumber }),
            ("isHexDigit", "Whether it is one of 0 to 9 and A to F.", { $0.isHexDigit }),
            ("isWhitespace", "Whether it is a space, tab, line end or the like.", { $0.isWhitespace }),
            ("isNewline", "Whether it ends a line.", { $0.isNewline }),
            ("isUppercase", "Whether it is a capital letter.", { $0.isUppercase }),
            ("isLowercase", "Whether it is a small letter.", { $0.isLowercase }),
            ("isCased", "Whether it has a capital and a small form.", { $0.isCased }),
            ("isPunctuation", "Whether it is a comma, dash, bracket or the like.", { $0.isPunctuation }),
            ("isSymbol", "Whether it is a symbol.", { $0.isSymbol }),
            ("isMathSymbol", "Whether it is a symbol of mathematics.", { $0.isMathSymbol }),
            ("isCurrencySymbol", "Whether it is a currency's sign.", { $0.isCurrencySymbol }),
            ("isASCII", "Whether it is in ASCII.", { $0.isASCII }),
        ]
        for (name, documentation, test) in tests {
            library.define("var \(name): Bool", documentation, on: "Character") { (x: Character) in test(x) }
        }
    }

    private static func registerCharacterValues(in library: HostLibrary) {
        library.define("func uppercased() -> String", "Its capital form.", on: "Character") { (x: Character) in
            x.uppercased()
        }
        library.define("func lowercased() -> String", "Its small form.", on: "Character") { (x: Character) in
            x.lowercased()
        }
        library.define("var asciiValue: UInt8?", "Its number in ASCII, or nil.", on: "Character") { (x: Character) in
            x.asciiValue
        }
        library.define("var wholeNumberValue: Int?", "The whole number that it stands for, or nil.", on: "Character") {
            (x: Character) in x.wholeNumberValue
        }
        library.define("var hexDigitValue: Int?", "The hexadecimal digit that it stands for, or nil.", on: "Character")
        {
            (x: Character) in x.hexDigitValue
        }
        library.define("var description: String", "The character as a string.", on: "Character") { (x: Character) in
            String(x)
        }
    }
}
