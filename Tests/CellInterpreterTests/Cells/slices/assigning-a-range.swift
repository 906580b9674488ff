var a = [0, 1, 2, 3, 4]
a[1..<3] = [10, 20, 30]
print(a)  // prints: [0, 10, 20, 30, 3, 4]
a.replaceSubrange(0...0, with: [])
print(a)  // prints: [10, 20, 30, 3, 4]
