internal import NearestNames

/// The name that someone probably meant.
package enum NearestName {
    /// The nearest of the names, when it is near enough; equal but for case and underscores counts as nearest.
    ///
    /// A slip leaves most of a word as it was: a short name is another word when one of its letters is, `sign` is no
    /// `sin` and `svd` no `std`.
    package static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let plain = plain(name)
        // Of names that differ in their case only a function's is nearer to a function's than a type's.
        let mark = { (other: String) in other.first?.isUppercase == name.first?.isUppercase ? 0 : 1 }
        let near = names.compactMap { other -> (Int, Int, String)? in
            guard other != name else { return nil }
            let compared = self.plain(other)
            if compared == plain { return (0, mark(other), other) }
            let limit = limit(min(plain.count, compared.count))
            // Of three letters two may have changed places: `Itn`.
            if limit == 0 { return isSwap(plain, compared) ? (1, mark(other), other) : nil }
            guard abs(compared.count - plain.count) <= limit else { return nil }
            let steps = editDistance(plain, compared)
            guard steps <= limit, plain.count > 5 || plain.first == compared.first else { return nil }
            return (steps, mark(other), other)
        }
        return near.min { $0 < $1 }?.2
    }

    /// In small letters, without the underscores of other languages' names.
    private static func plain(_ name: String) -> [UInt8] { name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") } }

    /// How many slips a word of some length may have.
    private static func limit(_ length: Int) -> Int { length < 4 ? 0 : length < 7 ? 1 : length / 3 }

    private static func isSwap(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == 3 && a.sorted() == b.sorted() && editDistance(a, b) == 1
    }
}
