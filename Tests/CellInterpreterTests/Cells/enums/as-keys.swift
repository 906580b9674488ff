enum Kind { case query, key }
let norms: [Kind: Double] = [.query: 1.5, .key: 2]
print(norms[.query]!, norms[.key] ?? 0)  // prints: 1.5 2.0
