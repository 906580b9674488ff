func unreachable() -> Int {
    fatalError("not yet written")  // fails: fatal error: not yet written
}
print(unreachable())
