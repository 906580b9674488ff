print(abs(-5), (-5).magnitude, (-5).signum())  // prints: 5 5 -1
print(12.isMultiple(of: 4), 12.isMultiple(of: 5))  // prints: true false
print(min(3, 1, 2), max(3, 1, 2))  // prints: 1 3
print(3.distance(to: 10), 3.advanced(by: 4))  // prints: 7 7
print(Int.zero)  // prints: 0
