let (_, second, _) = (1, 2, 3)
for _ in 0..<2 {
    print(second)  // prints: 2
    // prints: 2
}
_ = [1, 2].map { $0 + 1 }
