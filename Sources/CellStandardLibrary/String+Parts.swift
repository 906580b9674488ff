internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerStringParts(in library: HostLibrary) {
        for name in strings {
            registerSplitting(on: name, in: library)
            registerTrimming(on: name, in: library)
            registerReplacing(on: name, in: library)
            registerPadding(on: name, in: library)
        }
    }

    private static func registerSplitting(on name: String, in library: HostLibrary) {
        library.define(
            "func split(separator: String, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true)"
                + " -> [Substring]",
            "The pieces between the separators.", on: name, raw: splitByText)
        library.define(
            "func components(separatedBy separator: String) -> [String]",
            "The pieces between the separators, empty ones too.",
            on: name
        ) { (x: String, separator: String) in
            try TextSearch.pieces(of: x, separatedBy: separator).map { String($0) }
        }
        library.define(
            "func components(separatedBy separator: CharacterSet) -> [String]",
            "The pieces between the characters of the set, empty ones too.", on: name
        ) { (x: String, separator: CellCharacterSet) in
            var watch = StopWatch()
            return try x.unicodeScalars.split(omittingEmptySubsequences: false) { scalar in
                try watch.step()
                return separator.contains(scalar)
            }.map { String($0) }
        }
    }

    private static func splitByText(_ call: HostCall) throws -> CellValue {
        let (text, separator, maximum) = (try call.text(0), try call.text(1), try call.int(2))
        guard maximum >= 0 else { throw CellRuntimeError.negative("split(maxSplits:)", maximum) }
        let omitsEmpty = try call.value(3, as: Bool.self)
        var pieces: [Substring] = []
        var rest = text[...]
        var start = rest.startIndex
        if separator.isEmpty { return .array(try singles(of: text, atMost: maximum)) }
        var search = TextSearch(separator)
        while pieces.count < maximum, let range = try search.next(in: rest) {
            if !(omitsEmpty && range.lowerBound == start) { pieces.append(text[start..<range.lowerBound]) }
            start = range.upperBound
            rest = rest[start...]
        }
        if !(omitsEmpty && rest.isEmpty) { pieces.append(rest) }
        return .array(pieces.map { .string(String($0)) })
    }

    /// What splitting at an empty text gives: the characters, one by one.
    private static func singles(of text: String, atMost count: Int) throws -> [CellValue] {
        var pieces = try ElementList()
        var watch = StopWatch()
        var index = text.startIndex
        while index < text.endIndex, pieces.elements.count < count {
            try watch.step()
            try pieces.append(.string(String(text[index])))
            index = text.index(after: index)
        }
        if index < text.endIndex { try pieces.append(.string(String(text[index...]))) }
        return pieces.elements
    }

    private static func registerTrimming(on name: String, in library: HostLibrary) {
        library.define(
            "func trimmingCharacters(in set: CharacterSet) -> String",
            "Without the characters of the set at both ends.", on: name
        ) { (x: String, set: CellCharacterSet) in
            var rest = x.unicodeScalars[...]
            var watch = StopWatch()
            while let first = rest.first, set.contains(first) {
                try watch.step()
                rest = rest.dropFirst()
            }
            while let last = rest.last, set.contains(last) {
                try watch.step()
                rest = rest.dropLast()
            }
            return String(rest)
        }
        library.define(
            "func trimmingPrefix(_ prefix: String) -> Substring", "Without the text at its beginning.", on: name
        ) { (x: String, prefix: String) in
            x.hasPrefix(prefix) ? String(x.dropFirst(try prefix.characterCount())) : x
        }
    }

    private static func registerReplacing(on name: String, in library: HostLibrary) {
        library.define(
            "func replacing(_ other: String, with replacement: String, maxReplacements: Int = Int.max) -> String",
            "With every occurrence of a text replaced.", on: name
        ) { (x: String, part: String, replacement: String, count: Int) in
            guard count >= 0 else { throw CellRuntimeError.negative("replacing(maxReplacements:)", count) }
            return part.isEmpty
                ? try TextSearch.inserting(replacement, in: x, atMost: count)
                : try TextSearch.replacing(part, with: replacement, in: x, atMost: count)
        }
        library.define(
            "func replacingOccurrences(of target: String, with replacement: String) -> String",
            "With every occurrence of a text replaced.", on: name
        ) { (x: String, part: String, replacement: String) in
            try TextSearch.replacing(part, with: replacement, in: x)
        }
    }

    private static func registerPadding(on name: String, in library: HostLibrary) {
        library.define(
            "func padding(toLength newLength: Int, withPad padString: String, startingAt padIndex: Int) -> String",
            "Cut or filled up to a length, with the characters of `padString` from `padIndex` on, over and over.",
            on: name
        ) { (x: String, length: Int, pad: String, start: Int) in
            try CellValue.checkCount(length, of: "a string")
            let count = try x.characterCount()
            guard length > count else { return String(x.prefix(length)) }
            let characters = Array(pad)
            guard characters.indices.contains(start) else {
                throw CellRuntimeError.index(start, count: characters.count, of: "the padding \"\(pad)\"")
            }
            var result = x
            var watch = StopWatch()
            for place in 0..<(length - count) {
                try watch.step()
                result.append(characters[(start + place) % characters.count])
            }
            return result
        }
    }
}
