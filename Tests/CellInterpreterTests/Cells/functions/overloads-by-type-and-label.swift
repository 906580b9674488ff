func describe(_ x: Int) -> String { "integer \(x)" }
func describe(_ x: Double) -> String { "double \(x)" }
func describe(_ x: String) -> String { "text \(x)" }
func describe(twice x: Int) -> String { "\(x)\(x)" }
print(describe(1), describe(1.5), describe("a"), describe(twice: 2), separator: "; ")  // prints: integer 1; double 1.5; text a; 22
