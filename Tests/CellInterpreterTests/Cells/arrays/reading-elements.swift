let a = [10, 20, 30]
print(a[0], a[a.count - 1])  // prints: 10 30
print(a.first!, a.last!)  // prints: 10 30
print(a.first ?? 0)  // prints: 10
