print((0..<3).reversed().map { $0 * 10 })
print((1...5).reduce(1, *))
print((1...10).filter { $0.isMultiple(of: 3) })
