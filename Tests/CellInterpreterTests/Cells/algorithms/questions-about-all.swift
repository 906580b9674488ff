let a = [2, 4, 6]
print(a.allSatisfy { $0 % 2 == 0 }, a.contains { $0 > 5 })  // prints: true true
print(a.elementsEqual([2, 4, 6]), a.starts(with: [2]))  // prints: true true
