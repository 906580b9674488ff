print(Int(3.9), Int(-3.9))  // prints: 3 -3
print(Double(3), Float(2.5), Double(Float(0.5)))  // prints: 3.0 2.5 0.5
print(Int(exactly: 3.0)!, Int(exactly: 3.5) == nil)  // prints: 3 true
print(Int((2.7).rounded()))  // prints: 3
