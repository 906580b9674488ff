enum Trouble: Error { case small }
func checked(_ n: Int) throws -> Int {
    guard n > 1 else { throw Trouble.small }
    return n
}
func tried(_ n: Int) -> Int {
    let value: Int
    do { value = try checked(n) } catch { value = -1 }
    return value
}
func looped() -> Int {
    let value: Int
    while true {
        value = 3
        break
    }
    return value
}
func repeated() -> Int {
    var value: Int
    repeat { value = 4 } while value < 3
    return value
}
func guarded(_ n: Int?) -> Int {
    let value: Int
    guard let n else {
        value = 0
        return value
    }
    value = n
    return value
}
print(tried(1), tried(5), looped(), repeated(), guarded(nil), guarded(7))  // prints: -1 5 3 4 0 7
