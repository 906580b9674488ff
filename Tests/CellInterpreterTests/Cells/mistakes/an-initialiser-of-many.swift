let shares = [0.5, 1.5], numbers = [1, 2]
print(numbers.map(String.init), numbers.map(Double.init), shares.map { String($0) })  // prints: ["1", "2"] [1.0, 2.0] ["0.5", "1.5"]
// %%
print(shares.map(String.init))  // error: ambiguous use of 'init'
// %%
print([1.5, 2.5].map(String.init))  // error: ambiguous use of 'init'
// %%
print(numbers.map(Int.init))  // error: ambiguous use of 'init'
// %%
print(...3.isMultiple(of: 2))  // error: unary operator '...' cannot be applied to an operand of type 'Bool'
