enum LoadError: Error { case missing(String) }
func load(_ name: String) throws -> Int {
    throw LoadError.missing(name)  // fails: missing("tiny")
}
print("before")  // prints: before
print(try load("tiny"))
print("never")
