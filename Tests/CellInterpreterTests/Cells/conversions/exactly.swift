print(Int(exactly: 3.0) ?? -1, Int(exactly: 3.5) ?? -1)  // prints: 3 -1
