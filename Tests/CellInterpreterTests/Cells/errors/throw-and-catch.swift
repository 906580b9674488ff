enum LoadError: Error { case missing(String), damaged }
func load(_ name: String) throws -> Int {
    if name == "gone" { throw LoadError.missing(name) }
    if name == "bad" { throw LoadError.damaged }
    return name.count
}
do {
    print(try load("tiny"))
    print(try load("gone"))
    print("not reached")
} catch LoadError.missing(let name) {
    print("missing", name)
} catch {
    print("other", error)
}
