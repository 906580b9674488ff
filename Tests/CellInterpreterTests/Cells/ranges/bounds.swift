let r = 2..<7
print(r, r.lowerBound, r.upperBound)  // prints: 2..<7 2 7
print(1...4)  // prints: 1...4
print(r.first!, r.last!)  // prints: 2 6
