print([1, 2] == [1, 2], [1, 2] == [2, 1])  // prints: true false
print([[1], [2]] == [[1], [2]])  // prints: true
print([1, 2] != [1])  // prints: true
