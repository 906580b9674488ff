let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print(vowels.contains("e"), vowels.contains("x"))  // prints: true false
print(vowels.count)  // prints: 5
let unique = Set([3, 1, 3, 2])
print(unique.sorted())  // prints: [1, 2, 3]
