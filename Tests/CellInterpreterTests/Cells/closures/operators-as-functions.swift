print([1, 2, 3].reduce(0, +), [1, 2, 3].reduce(1, *))  // prints: 6 6
print([3, 1, 2].sorted(by: >))  // prints: [3, 2, 1]
