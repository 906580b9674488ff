// only in a session: what swiftc makes of them are lists of 'Any'
let x = 0.5
let a = [1, 2].map { $0 / 2 } + [x]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let y = 0.5
for value in stride(from: 0, to: 2, by: 1).map({ $0 / 2 }) + [y] { print(value) }  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let z = 0.5
print("\([1, 2].map { $0 * 2 } + [2.5])", ([1 + 1] + [z]).first!)  // error: the elements of an array must have one type; found 'Int' and 'Double' // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let u = 0.5
let b = [1, 2].map { $0 / 2 } + [u] + [1]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let v = 0.5
print([1, 2].map { $0 / 2 } + [v])  // error: the elements of an array must have one type; found 'Int' and 'Double'
