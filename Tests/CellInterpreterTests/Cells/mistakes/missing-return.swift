func sign(_ n: Int) -> Int {
    if n > 0 { return 1 }
}  // error: missing return in global function expected to return 'Int'
// %%
func twice(_ n: Int) throws -> Int {
    print(n)
    try n + n  // error: missing return in global function expected to return 'Int'
}
// %%
func half(_ n: Int) -> Double {
    print(n)
    n / 2
}  // error: missing return in global function expected to return 'Double'
