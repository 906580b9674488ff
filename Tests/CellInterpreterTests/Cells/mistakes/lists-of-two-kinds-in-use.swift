// only in a session: what swiftc makes of them are lists of 'Any'
let a = [1 + 2, 0.5] + [1]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
print([1 + 2, 0.5][0])  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
print([1 + 2, 0.5].first!)  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
print([1 + 2, 0.5].map { $0 })  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
func all(_ values: Any...) { print(values.count) }
all([1, "ab"])  // error: the elements of an array must have one type; found 'Int' and 'String'
// %%
print([1 + 2, 0.5].count, [1 + 2, 0.5].max()!, [1 + 2, 0.5].reduce(0, +))  // prints: 2 3.0 3.5
