let n = [-1][0]
print(Array(repeating: 0, count: n))  // fails: an array cannot have a negative count, got -1
