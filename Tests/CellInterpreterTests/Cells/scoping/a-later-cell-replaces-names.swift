let x = 1
func f() -> String { "old" }
print(x, f())  // prints: 1 old
// %%
let x = "text"
func f() -> String { "new" }
print(x, f())  // prints: text new
