let text = "12"
if let number = Int(text), number > 10, number.isMultiple(of: 2) {
    print("large and even:", number)  // prints: large and even: 12
}
if text.isEmpty || text.count > 5, text != "x" {
    print("unreachable")
} else {
    print("else")  // prints: else
}
