let a: Character = "a"
print(a.asciiValue ?? 0)  // prints: 97
print(a.uppercased())  // prints: A
print(a < "b")  // prints: true
