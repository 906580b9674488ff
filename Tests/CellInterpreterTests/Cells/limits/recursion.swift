// Recursion that never ends is an error, and the session lives on.
func forever(_ n: Int) -> Int { 1 + forever(n + 1) }    // fails: too much recursion
forever(0)
// %%
func sum(_ n: Int) -> Int { n == 0 ? 0 : n + sum(n - 1) }
sum(5000)                                               // shows: 12502500
// %%
let again: (Int) -> Int = { $0 }
func deep(_ n: Int) -> [Int] { [n].map { deep($0 + 1)[0] } }    // fails: too much recursion
deep(0)
// %%
again(3)                                                // shows: 3
