var a = [1, 2, 3, 4]
a.swapAt(0, 3)
print(a)  // prints: [4, 2, 3, 1]
a.reverse()
print(a)  // prints: [1, 3, 2, 4]
print(Array(a.reversed()))  // prints: [4, 2, 3, 1]
a.sort()
print(a)  // prints: [1, 2, 3, 4]
a.sort(by: >)
print(a)  // prints: [4, 3, 2, 1]
