struct Bad: Error {}
func parse(_ text: String) throws -> Int {
    guard let n = Int(text) else { throw Bad() }
    return n
}
let n = try! parse("42")
print(n)  // prints: 42
