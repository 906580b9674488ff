var handlers: [(String) -> String] = []
func register(_ prefix: String) { handlers.append { prefix + $0 } }
register("a-")
register("b-")
print(handlers.map { $0("x") })  // prints: ["a-x", "b-x"]
