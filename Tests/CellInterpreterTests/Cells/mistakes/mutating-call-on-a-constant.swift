struct Counter {
    var n = 0
    mutating func add() { n += 1 }
}
let counter = Counter()
counter.add()  // error: cannot use mutating member on immutable value: 'counter' is a 'let' constant
