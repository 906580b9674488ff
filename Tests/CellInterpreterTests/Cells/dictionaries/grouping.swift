let words = ["apple", "avocado", "bean", "beet", "corn"]
let byLetter = Dictionary(grouping: words, by: { $0.first! })
print(byLetter["a"]!, byLetter["b"]!)  // prints: ["apple", "avocado"] ["bean", "beet"]
print(byLetter.keys.sorted())  // prints: ["a", "b", "c"]
