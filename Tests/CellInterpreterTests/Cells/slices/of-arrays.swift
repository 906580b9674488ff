let a = [0, 1, 2, 3, 4, 5]
print(a[1..<3], a[2...4])
print(a[4...], a[..<2], a[...1])
print(Array(a[1..<3]) + [9])
