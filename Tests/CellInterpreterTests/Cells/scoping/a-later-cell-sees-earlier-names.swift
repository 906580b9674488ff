let base = 10
func scaled(_ n: Int) -> Int { n * base }
// %%
var total = scaled(2)
total += base
print(total)  // prints: 30
// %%
print(total, scaled(1))  // prints: 30 10
