let pairs = [(1, "a"), (2, "b")]
print((1, "a") == pairs[0], (1, 2) < (1, 3), pairs.contains { $0 == (2, "b") })    // prints: true true true
// %%
print([(1, 2)] == [(1, 2)])    // error: binary operator '==' cannot be applied to two '[(Int, Int)]' operands
print(pairs.contains((1, "a")))    // error: requires that '(Int, String)' conform to 'Equatable'
print([(2, 1), (1, 2)].sorted())    // error: requires that '(Int, Int)' conform to 'Comparable'
