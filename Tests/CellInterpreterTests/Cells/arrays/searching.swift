let a = [5, 3, 8, 3]
print(a.contains(3), a.contains(7))  // prints: true false
print(a.firstIndex(of: 3)!, a.lastIndex(of: 3)!)  // prints: 1 3
print(a.firstIndex(where: { $0 > 5 }) ?? -1)  // prints: 2
print(a.first(where: { $0 % 2 == 0 }) ?? 0)  // prints: 8
