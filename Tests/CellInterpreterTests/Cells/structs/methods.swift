struct Counter {
    private(set) var count = 0
    mutating func add(_ n: Int = 1) { count += n }
    func doubled() -> Int { count * 2 }
}
var counter = Counter()
counter.add()
counter.add(4)
print(counter.count, counter.doubled())  // prints: 5 10
