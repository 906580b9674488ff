struct Failure: Error {}
func risky() throws -> Int { throw Failure() }
do {
    print(risky())  // error: call can throw but is not marked with 'try'
} catch {
    print("caught")
}
