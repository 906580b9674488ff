outer: for i in 0..<3 {
    for j in 0..<3 {
        if i * j == 2 { break outer }
        if j > i { continue outer }
        print(i, j)  // prints: 0 0
        // prints: 1 0
        // prints: 1 1
    }
}
print("done")  // prints: done
