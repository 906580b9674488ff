print("a\tb")  // prints: a	b
print("she said \"no\"")  // prints: she said "no"
print("back\\slash")  // prints: back\slash
print("\u{48}\u{49}")  // prints: HI
print("two\nlines")  // prints: two
// prints: lines
