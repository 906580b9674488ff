var a = Array(0..<10)
a.removeAll(where: { $0 % 2 == 0 })
print(a)  // prints: [1, 3, 5, 7, 9]
a.removeSubrange(1...2)
print(a)  // prints: [1, 7, 9]
a.removeAll()
print(a.isEmpty)  // prints: true
