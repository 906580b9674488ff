func likely(_ x: Any) -> String { "any" }
func likely(_ x: Float) -> String { "float" }
print(likely(1), likely(1.5))  // prints: any any
func wrapped(_ x: Any) -> String { "any" }
func wrapped(_ x: Int?) -> String { "int?" }
print(wrapped(1), wrapped(3 + 4))  // prints: any any
func optional(_ x: Float?) -> String { "float?" }
func optional(_ x: Int?) -> String { "int?" }
func optional(_ x: Double) -> String { "double" }
print(optional(1), optional(1.5))  // prints: int? double
func list(_ x: [Float]) -> String { "floats" }
func list(_ x: [Int]) -> String { "ints" }
print(list([1, 2]), list([1, 2.5]), list([-1, 2]), list([1 + 2, 3]))  // prints: ints floats ints ints
print(list([1, 2].map { $0 * 2 }), list(true ? [1] : [2]), list(Array(1...3)))  // prints: ints ints ints
func elements(_ x: [Int?]) -> String { "ints?" }
func elements(_ x: [Double]) -> String { "doubles" }
print(elements([1, 2]))  // prints: ints?
func nested(_ x: [[Double]]) -> String { "doubles" }
func nested(_ x: [[Int]]) -> String { "ints" }
print(nested([[1], [2]]), nested([[1.5], [2]]))  // prints: ints doubles
func keyed(_ x: [String: Float]) -> String { "floats" }
func keyed(_ x: [String: Int]) -> String { "ints" }
print(keyed(["a": 1]))  // prints: ints
func pair(_ x: (Double, Int)) -> String { "double and int" }
func pair(_ x: (Int, Int)) -> String { "ints" }
print(pair((1, 2)))  // prints: ints
func group(_ x: Set<Int>) -> String { "set" }
func group(_ x: [Int]) -> String { "array" }
print(group([1, 2]))  // prints: array
func letter(_ x: Character) -> String { "character" }
func letter(_ x: String) -> String { "string" }
print(letter("x"), ["x"].map { letter($0) })  // prints: string ["string"]
func letters(_ x: [Character]) -> String { "characters" }
func letters(_ x: [String]) -> String { "strings" }
print(letters(["x"]))  // prints: strings
func changed(_ change: (Double) -> Double) -> String { "double" }
func changed(_ change: (Int) -> Int) -> String { "int" }
print(changed { $0 + 1 }, changed { $0 * 1.5 })  // prints: int double
func made(_ make: () -> Double) -> String { "double" }
func made(_ make: () -> Int) -> String { "int" }
print(made { 1 }, made { 1.5 })  // prints: int double
func bounds(_ x: ClosedRange<Double>) -> String { "doubles" }
func bounds(_ x: ClosedRange<Int>) -> String { "ints" }
print(bounds(1...2), bounds(1...2.5))  // prints: ints doubles
func two(_ x: Double, _ y: Double) -> String { "doubles" }
func two(_ x: Int, _ y: Int) -> String { "ints" }
print(two(1, 2), two(1, 2.5), two(-1, 2), two((1), 2 + 3))  // prints: ints doubles ints ints
