print(Optional<Int>.none == nil, Optional<Int>.some(3) ?? 0, Optional.some("a") ?? "")  // prints: true 3 a
let n: Int? = 3
switch n {
case .none: print("none")
case .some: print("some")  // prints: some
}
if case .some = n { print("there") }  // prints: there
