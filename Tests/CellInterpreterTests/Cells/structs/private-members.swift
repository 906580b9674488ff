struct Counter {
    private var n = 0
    private(set) var steps = 0
    mutating func step() { n += 2; steps += 1 }
    var value: Int { n }
}
extension Counter { func half() -> Int { n / 2 } }
var counter = Counter()
counter.step()
print(counter.value, counter.steps, counter.half())  // prints: 2 1 1
