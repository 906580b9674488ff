var cells: [String] = []
for layer in 0..<2 {
    for head in 0..<3 {
        cells.append("L\(layer)H\(head)")
    }
}
print(cells.joined(separator: " "))  // prints: L0H0 L0H1 L0H2 L1H0 L1H1 L1H2
