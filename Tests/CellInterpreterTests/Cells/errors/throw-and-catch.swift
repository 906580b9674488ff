enum LoadError: Error { case missing(String), damaged }
func load(_ name: String) throws -> Int {
    if name == "gone" { throw LoadError.missing(name) }
    if name == "bad" { throw LoadError.damaged }
    return name.count
}
do {
    print(try load("tiny"))  // prints: 4
    print(try load("gone"))
    print("not reached")
} catch LoadError.missing(let name) {
    print("missing", name)  // prints: missing gone
} catch {
    print("other", error)
}
