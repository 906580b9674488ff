struct Pair {
    var a: Int
    var b: Int
    init() {
        a = 1
        print(sum())  // error: 'self' used before all stored properties are initialized
        b = 2
    }
    func sum() -> Int { a + b }
}
