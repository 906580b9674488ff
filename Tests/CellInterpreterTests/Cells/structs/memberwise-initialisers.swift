struct Head {
    var layer: Int
    var index: Int
    var score = 0.0
}
let head = Head(layer: 9, index: 6)
let scored = Head(layer: 9, index: 6, score: 0.5)
print(head)  // prints: Head(layer: 9, index: 6, score: 0.0)
print(scored.score, scored.layer)  // prints: 0.5 9
