struct Broken: Error {}
func load() throws -> Int { throw Broken() }
print(try! load())  // fails: 'try!' expression unexpectedly raised an error: Broken()
