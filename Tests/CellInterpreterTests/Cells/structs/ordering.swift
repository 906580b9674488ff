struct Score: Comparable {
    var value: Double
    static func < (left: Score, right: Score) -> Bool { left.value < right.value }
}
let scores = [Score(value: 2), Score(value: 1)]
print(scores.sorted().map { $0.value }, scores.max()!.value)  // prints: [1.0, 2.0] 2.0
print(scores[0] > scores[1])  // prints: true
