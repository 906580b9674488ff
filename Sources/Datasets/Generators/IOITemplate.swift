internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// A sentence in which one of two people gives something to the other: `{A}`, `{B}`, `{S}`, perhaps `{place}`, `{object}`.
struct IOITemplate: Sendable {
    let text: String

    init(_ text: String) throws {
        self.text = text
        for part in ["{A}", "{B}", "{S}"] where !text.contains(part) {
            throw DatasetError.badTemplate(
                text, missing: "\(part); a template has {A}, {B} and {S} with a space before each")
        }
    }

    /// How many sentences there are of these words.
    func possible(_ words: IOIVocabulary) -> Int {
        2 * words.names.count * (words.names.count - 1) * variety(words.places, "{place}")
            * variety(words.objects, "{object}")
    }

    private func variety(_ words: [Word], _ part: String) -> Int { text.contains(part) ? words.count : 1 }

    /// The words of sentence `number` of the possible ones.
    func fill(_ number: Int, _ words: IOIVocabulary) -> IOIFill {
        var rest = number
        func next(_ count: Int) -> Int {
            defer { rest /= count }
            return rest % count
        }
        let isRightFirst = next(2) == 0
        let right = next(words.names.count)
        // The others, in their order.
        let other = next(words.names.count - 1)
        let wrong = other < right ? other : other + 1
        let place = next(variety(words.places, "{place}"))
        let object = next(variety(words.objects, "{object}"))
        return IOIFill(
            right: words.names[right], wrong: words.names[wrong], isRightFirst: isRightFirst,
            place: words.places.isEmpty ? nil : words.places[place],
            object: words.objects.isEmpty ? nil : words.objects[object])
    }

    /// The sentence with these words; `giver` is the one who gives.
    func sentence(_ first: Word, _ second: Word, giver: Word, _ fill: IOIFill) -> String {
        var text = text.replacing("{A}", with: first.text).replacing("{B}", with: second.text)
            .replacing("{S}", with: giver.text)
        if let place = fill.place { text = text.replacing("{place}", with: place.text) }
        if let object = fill.object { text = text.replacing("{object}", with: object.text) }
        return text
    }
}

/// The words of one sentence.
struct IOIFill: Sendable {
    var right: Word
    var wrong: Word
    var isRightFirst: Bool
    var place: Word?
    var object: Word?

    var people: (first: Word, second: Word) { isRightFirst ? (right, wrong) : (wrong, right) }
}

/// The words that are one token each.
struct IOIVocabulary: Sendable {
    var names: [Word]
    var places: [Word]
    var objects: [Word]
}
