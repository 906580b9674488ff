func raise(_ x: inout Int) -> () -> Int {
    let up = {  // error: escaping closure captures 'inout' parameter 'x'
        x + 1
    }
    return up
}
