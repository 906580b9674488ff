let pairs = [(1, 2), (2, 1), (3, 3)]
for pair in pairs {
    switch pair {
    case let (a, b) where a < b: print("rising", a, b)  // prints: rising 1 2
    case let (a, b) where a > b: print("falling", a, b)  // prints: falling 2 1
    case (let a, _): print("level", a)  // prints: level 3
    }
}
