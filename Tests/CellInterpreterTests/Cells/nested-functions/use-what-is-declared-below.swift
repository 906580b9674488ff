func outer() -> Int {
    func inner() -> Int { base + other() }
    let base = 3
    func other() -> Int { base * 10 }
    return inner()
}
print(outer())  // prints: 33
