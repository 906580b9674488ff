func normalize(_ x: Double) -> Double { x / 2 }
print(normalise(4))  // error: cannot find 'normalise' in scope
