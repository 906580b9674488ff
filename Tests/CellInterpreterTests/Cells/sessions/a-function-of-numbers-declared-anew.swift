// only in a session: earlier callers call the later function, also where both give plain numbers.
func step(_ n: Int) -> Int { n + 1 }
func twice(_ n: Int) -> Int { step(step(n)) }
print(twice(1))                 // prints: 3
// %%
func step(_ n: Int) -> Int {
    let more = { n * 10 }
    return more()
}
print(twice(1))                 // prints: 100
