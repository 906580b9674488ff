struct Failure: Error { var reason: String }
func inner() throws { throw Failure(reason: "deep") }
func middle() throws -> Int {
    try inner()
    return 1
}
do {
    _ = try middle()
} catch let failure as Failure {
    print(failure.reason)  // prints: deep
} catch {
    print("unexpected")
}
