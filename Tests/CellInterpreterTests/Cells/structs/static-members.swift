struct Limits {
    static let most = 10
    static var used = 0
    static func take() -> Int {
        used += 1
        return most - used
    }
}
print(Limits.take(), Limits.take(), Limits.used)  // prints: 9 8 2
