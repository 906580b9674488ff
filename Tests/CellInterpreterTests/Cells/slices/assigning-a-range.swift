var a = [0, 1, 2, 3, 4]
a[1..<3] = [10, 20, 30]
print(a)
a.replaceSubrange(0...0, with: [])
print(a)
