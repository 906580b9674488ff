let a = ["x", "y", "z"]
for i in a.indices {
    print(i, a[i])  // prints: 0 x
    // prints: 1 y
    // prints: 2 z
}
print(a.startIndex, a.endIndex)  // prints: 0 3
