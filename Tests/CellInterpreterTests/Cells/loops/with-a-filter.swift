for n in 1...10 where n % 3 == 0 { print(n) }  // prints: 3
// prints: 6
// prints: 9
let words = ["a", "", "c"]
for (i, word) in words.enumerated() where !word.isEmpty { print(i, word) }  // prints: 0 a
// prints: 2 c
