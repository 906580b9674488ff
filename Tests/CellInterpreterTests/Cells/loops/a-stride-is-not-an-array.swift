// A loop takes the numbers of a stride one by one, however many there are.
var last = 0
for i in stride(from: 0, to: 1_000_000_000_000, by: 7) {
    last = i
    if i > 30 { break }
}
print(last)                                                                 // prints: 35
for i in stride(from: Int.max - 3, through: Int.max, by: 2) { print(i) }    // prints: 9223372036854775804
// prints: 9223372036854775806
for x in stride(from: 0, to: Double.infinity, by: 0.5) where x > 0.6 {      // prints: 1.0
    print(x)
    break
}
for i in stride(from: 3, to: 3, by: 1) { print(i) }
for (n, i) in stride(from: 5, to: 0, by: -3).enumerated() { print(n, i) }   // prints: 0 5
// prints: 1 2
