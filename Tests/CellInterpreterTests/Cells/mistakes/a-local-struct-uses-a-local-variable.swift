func make(_ n: Int) -> Int {
    struct Local {
        func get() -> Int {
            n  // error: struct declaration cannot close over value 'n' defined in outer scope
        }
    }
    return Local().get()
}
