var cells: [String] = []
for layer in 0..<2 {
    for head in 0..<3 {
        cells.append("L\(layer)H\(head)")
    }
}
print(cells.joined(separator: " "))
