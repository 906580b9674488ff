let end: Character = "\n"
print(end == "\n", end.isNewline, "a\nb".split(separator: "\n"))    // prints: true true ["a", "b"]
for letter in "a\n\r\n" {
    switch letter {
    case "\n": print("end")    // prints: a
    case "\r\n": print("both")    // prints: end
    default: print(letter)    // prints: both
    }
}
