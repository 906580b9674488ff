var d = ["a": 1, "b": 2]
d.merge(["b": 20, "c": 30]) { old, new in old + new }
print(d.sorted(by: { $0.key < $1.key }).map { "\($0.key)\($0.value)" })  // prints: ["a1", "b22", "c30"]
let other = d.merging(["a": 100]) { _, new in new }
print(other["a"]!, d["a"]!)  // prints: 100 1
