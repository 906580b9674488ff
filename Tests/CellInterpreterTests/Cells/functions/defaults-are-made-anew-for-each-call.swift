var made = 0
func next() -> Int {
    made += 1
    return made
}
func value(_ n: Int = next()) -> Int { n }
print(value(), value(), value(10), value())  // prints: 1 2 10 3
