print([1, 2].map { a, b in a })  // error: contextual closure type '(Int) throws -> T' expects 1 argument, but 2 were used in closure body
