let d = Dictionary(uniqueKeysWithValues: zip(["a", "b"], [1, 2]))
print(d["a"]!, d["b"]!)  // prints: 1 2
let lengths = Dictionary(uniqueKeysWithValues: ["x", "yy"].map { ($0, $0.count) })
print(lengths["yy"]!)  // prints: 2
