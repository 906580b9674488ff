func next() -> Int {
    struct Count { static var n = 0 }
    Count.n += 1
    return Count.n
}
print(next(), next(), next())  // prints: 1 2 3
