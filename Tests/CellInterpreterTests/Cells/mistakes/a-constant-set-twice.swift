func pick(_ on: Bool) -> Int {
    let n: Int
    n = 1
    if on { n = 2 }  // error: immutable value 'n' may only be initialized once
    return n
}
func last() {
    let n: Int
    for i in 0..<3 {
        n = i  // error: immutable value 'n' may only be initialized once
    }
}
