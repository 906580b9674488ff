struct Failure: Error {}
func risky() throws { throw Failure() }
func outer() throws {
    risky()  // error: call can throw but is not marked with 'try'
}
