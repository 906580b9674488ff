var stack = [1, 2, 3]
while let top = stack.popLast() {
    print(top)  // prints: 3
    // prints: 2
    // prints: 1
}
