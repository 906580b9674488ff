for character in "abc" {
    print(character)  // prints: a
    // prints: b
    // prints: c
}
for (index, character) in "hi".enumerated() {
    print(index, character)  // prints: 0 h
    // prints: 1 i
}
