let a = ["x", "y", "z"]
for i in a.indices {
    print(i, a[i])
}
print(a.startIndex, a.endIndex)
