let values: [Any] = [1, "two", 3.5, [4, 5]]
for value in values {
    if let number = value as? Int {
        print("integer", number)  // prints: integer 1
    } else if let text = value as? String {
        print("text", text)  // prints: text two
    } else if value is Double {
        print("a double")  // prints: a double
    } else {
        print("something else")  // prints: something else
    }
}
