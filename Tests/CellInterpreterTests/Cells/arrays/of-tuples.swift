let pairs = [("Mary", 3), ("John", 1)]
print(pairs)  // prints: [("Mary", 3), ("John", 1)]
print(pairs[0].0, pairs[1].1)  // prints: Mary 1
for (name, n) in pairs where n > 1 {
    print(name, n)  // prints: Mary 3
}
