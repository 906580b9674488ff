let head = (layer: 9, index: 6, score: 0.5)
print(head.layer, head.index, head.2)  // prints: 9 6 0.5
print(head)  // prints: (layer: 9, index: 6, score: 0.5)
let plain = (1, "a")
print(plain.0, plain.1, plain)  // prints: 1 a (1, "a")
