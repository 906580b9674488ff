// only in a session: within a function, where the programs are compiled, swiftc refuses it
func early() -> Int { value }   // fails: 'value' has no value here
print(early())
let value = 5
// %%
let value = 6
print(value)                    // prints: 6
