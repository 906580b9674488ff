let third: Float = 1.0 / 3
print(third)  // prints: 0.33333334
print(Double(Float(0.1)))  // prints: 0.10000000149011612
print(Float(0.1) + Float(0.2))  // prints: 0.3
