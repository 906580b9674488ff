print((7.5).truncatingRemainder(dividingBy: 2))  // prints: 1.5
print((-7.5).truncatingRemainder(dividingBy: 2))  // prints: -1.5
print((7.0).remainder(dividingBy: 4))  // prints: -1.0
