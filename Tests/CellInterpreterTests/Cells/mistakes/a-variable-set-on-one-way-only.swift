let on = true
func pick() -> Int {
    let n: Int
    if on { n = 1 }
    return n  // error: constant 'n' used before being initialized
}
func count() -> Int {
    var total: Int
    for i in 0..<3 where i > 1 { total = i }
    return total  // error: variable 'total' used before being initialized
}
