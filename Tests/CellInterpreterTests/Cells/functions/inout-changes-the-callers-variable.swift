func double(_ x: inout Int) { x *= 2 }
func push(_ list: inout [String], _ item: String) { list.append(item) }
var n = 21
double(&n)
print(n)
var names: [String] = []
push(&names, "Mary")
push(&names, "John")
print(names)
var grid = [[1, 2], [3, 4]]
double(&grid[1][0])
print(grid)
