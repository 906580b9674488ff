var d = ["a": 1, "b": 2]
d.merge(["b": 20, "c": 30]) { old, new in old + new }
print(d.sorted(by: { $0.key < $1.key }).map { "\($0.key)\($0.value)" })
let other = d.merging(["a": 100]) { _, new in new }
print(other["a"]!, d["a"]!)
