var running = 0
let sums = [1, 2, 3].map { n -> Int in
    running += n
    return running
}
print(sums)  // prints: [1, 3, 6]
