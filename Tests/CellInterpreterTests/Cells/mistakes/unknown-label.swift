outer: for i in 0..<2 {
    break otuer  // error: cannot find label 'otuer' in scope
}
