var n = 1
func take() -> Int {
    defer { n += 10 }
    return n
}
print(take(), n)  // prints: 1 11
