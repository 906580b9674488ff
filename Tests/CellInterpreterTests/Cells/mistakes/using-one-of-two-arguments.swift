let f: (Int, Int) -> Int = { $0 }  // error: contextual closure type '(Int, Int) -> Int' expects 2 arguments, but 1 was used in closure body
// %%
print([1, 2].reduce(0) { $0 + 1 })  // error: but 1 was used in closure body
// %%
print([1, 2].reduce(0) { a, _ in a + 1 }, [1, 2].reduce(0) { $1 })  // prints: 2 2
