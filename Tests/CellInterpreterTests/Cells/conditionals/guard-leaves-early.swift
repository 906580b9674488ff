func head(_ name: String) -> (Int, Int)? {
    let parts = name.dropFirst().split(separator: "H")
    guard parts.count == 2, let layer = Int(parts[0]), let index = Int(parts[1]) else { return nil }
    return (layer, index)
}
print(head("L9H6")!)  // prints: (9, 6)
print(head("L9") == nil)  // prints: true
for n in [1, -1, 2] {
    guard n > 0 else { continue }
    print(n)  // prints: 1
    // prints: 2
}
