print(helper(3))  // prints: 31
func helper(_ x: Int) -> Int { other(x) + 1 }
func other(_ x: Int) -> Int { x * 10 }
