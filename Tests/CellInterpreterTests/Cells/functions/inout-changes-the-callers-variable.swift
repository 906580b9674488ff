func double(_ x: inout Int) { x *= 2 }
func push(_ list: inout [String], _ item: String) { list.append(item) }
var n = 21
double(&n)
print(n)  // prints: 42
var names: [String] = []
push(&names, "Mary")
push(&names, "John")
print(names)  // prints: ["Mary", "John"]
var grid = [[1, 2], [3, 4]]
double(&grid[1][0])
print(grid)  // prints: [[1, 2], [6, 4]]
