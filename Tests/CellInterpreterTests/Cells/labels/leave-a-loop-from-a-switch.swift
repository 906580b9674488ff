var n = 0
counting: while true {
    n += 1
    switch n {
    case 3: break counting
    default: continue counting
    }
}
print(n)  // prints: 3
