let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print(vowels.contains("e"), vowels.contains("x"))
print(vowels.count)
let unique = Set([3, 1, 3, 2])
print(unique.sorted())
