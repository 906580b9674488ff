print([1, 2].map { 3 })  // error: contextual type for closure argument expects 1 argument, which cannot be implicitly ignored
