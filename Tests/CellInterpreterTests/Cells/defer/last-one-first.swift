func steps() {
    defer { print("first deferred") }
    defer { print("second deferred") }
    print("body")  // prints: body
    // prints: second deferred
    // prints: first deferred
}
steps()
