let a = [1, 2]
print([0, 1].map { a[$0] })  // prints: [1, 2]
let bad = [0, 2].map { a[$0] }  // fails: index 2 is out of range: the array has 2 elements
