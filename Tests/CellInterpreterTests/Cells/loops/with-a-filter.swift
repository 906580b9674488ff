for n in 1...10 where n % 3 == 0 { print(n) }
let words = ["a", "", "c"]
for (i, word) in words.enumerated() where !word.isEmpty { print(i, word) }
