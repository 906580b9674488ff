let d = Dictionary(uniqueKeysWithValues: [("a", 1), ("a", 2)])  // fails: the key "a" comes more than once
