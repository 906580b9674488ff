struct Head { var layer = 0 }
let seen: Set<Head> = []  // error: type 'Head' does not conform to protocol 'Hashable'
// %%
print(Set(["a": 1]).count)  // error: type '(key: String, value: Int)' does not conform to protocol 'Hashable'
// %%
print(Set([1, 2].enumerated()).count)  // error: type '(offset: Int, element: Int)' does not conform to protocol 'Hashable'
