for (name, score) in zip(["a", "b", "c"], [1, 2]) {
    print(name, score)  // prints: a 1
    // prints: b 2
}
print(zip([1, 2, 3], [4, 5, 6]).map(*).reduce(0, +))  // prints: 32
