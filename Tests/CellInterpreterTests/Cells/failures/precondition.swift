func root(_ x: Double) -> Double {
    precondition(x >= 0, "needs a number of 0 or more")  // fails: precondition failed: needs a number of 0 or more
    return x.squareRoot()
}
print(root(4))  // prints: 2.0
print(root(-4))
