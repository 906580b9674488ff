struct Counter {
    var n = 0
    func add() {
        n += 1  // error: left side of mutating operator isn't mutable: 'self' is immutable
    }
}
