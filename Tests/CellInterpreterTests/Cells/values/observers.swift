// Observers are called around a change, not in initialisers and not by themselves.
struct Dial {
    var value: Int {
        willSet { print("will be", newValue) }
        didSet { print("was", oldValue); if value > 10 { value = 10 } }
    }
    init(_ value: Int) { self.value = value }
    mutating func turn(by n: Int) { value += n }
}
var dial = Dial(1)
dial.value = 3                  // prints: will be 3 // prints: was 1
dial.turn(by: 40)               // prints: will be 43 // prints: was 3
print(dial.value)               // prints: 10
