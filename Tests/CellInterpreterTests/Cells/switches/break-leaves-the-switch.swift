for n in 1...3 {
    switch n {
    case 2: break
    default: print(n)  // prints: 1
    // prints: 3
    }
}
print("done")  // prints: done
