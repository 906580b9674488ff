func steps() {
    defer { print("first deferred") }
    defer { print("second deferred") }
    print("body")
}
steps()
