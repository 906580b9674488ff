func work() -> Int {
    defer { print("cleaned up") }
    print("working")  // prints: working
    // prints: cleaned up
    return 1
}
print(work())  // prints: 1
for i in 0..<2 {
    defer { print("end of turn", i) }
    print("turn", i)  // prints: turn 0
    // prints: end of turn 0
    // prints: turn 1
    // prints: end of turn 1
}
