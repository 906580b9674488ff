func double(_ text: String) -> Int {
    guard let number = Int(text) else {
        return -1
    }
    return number * 2
}
print(double("21"), double("x"))  // prints: 42 -1
