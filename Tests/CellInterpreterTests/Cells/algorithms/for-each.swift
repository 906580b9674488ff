[1, 2].forEach { print($0) }  // prints: 1
// prints: 2
