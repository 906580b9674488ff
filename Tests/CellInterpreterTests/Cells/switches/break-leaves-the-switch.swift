for n in 1...3 {
    switch n {
    case 2: break
    default: print(n)
    }
}
print("done")
