// The top level of cells: variables of the session, control flow.
var count = 0
for i in 1...3 where i != 2 { count += i }
print(count, "done")            // prints: 4 done
// %%
if let n = Int("12") { print(n) }           // prints: 12
guard let m = Int("34") else { fatalError("no number") }
print(m)                        // prints: 34
let (a, b) = (m, "b")
print(a, b)                     // prints: 34 b
// %%
a + 1                           // shows: 35
// %%
a + 1;
// %%
count = 7
// %%
count                           // shows: 7
// %%
let later: Int
later = 5
print(later)                    // prints: 5
// %%
func next() -> Int { count += 1; return count }
print(next(), next(), count)    // prints: 8 9 9
