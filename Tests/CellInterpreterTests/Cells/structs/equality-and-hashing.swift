struct Position: Hashable {
    var layer: Int
    var head: Int
}
let a = Position(layer: 1, head: 2)
print(a == Position(layer: 1, head: 2), a == Position(layer: 1, head: 3))  // prints: true false
let seen: Set = [a, Position(layer: 1, head: 2)]
print(seen.count)  // prints: 1
let scores = [a: 0.5]
print(scores[Position(layer: 1, head: 2)] ?? 0)  // prints: 0.5
