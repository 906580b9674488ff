struct Outer { var inner = Inner(); var start = Inner.least }
struct Inner { var depth = 3; static let least = Limits().low }
struct Limits { var low = 2 }
print(Outer())  // prints: Outer(inner: Inner(depth: 3), start: 2)
