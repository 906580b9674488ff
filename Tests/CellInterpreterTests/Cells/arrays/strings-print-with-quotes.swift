print(["a", "b"])  // prints: ["a", "b"]
print([["x"], []])  // prints: [["x"], []]
print(["line\nbreak", "quote\""])  // prints: ["line\nbreak", "quote\""]
