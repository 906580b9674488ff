let layer = 9
let head = 6
print("L\(layer)H\(head)")  // prints: L9H6
print("sum: \(layer + head), half: \(Double(layer) / 2)")  // prints: sum: 15, half: 4.5
print("\(layer > head ? "above" : "below")")  // prints: above
print("nested \("quoted \(head)")")  // prints: nested quoted 6
