struct Point { var x = 0, y = 0 }
func bump(_ n: inout Int) { n += 1 }
var p = Point()
bump(&p.x)
bump(&p.x)
bump(&p.y)
print(p)  // prints: Point(x: 2, y: 1)
var table = ["a": [1]]
func add(_ list: inout [Int]?) { list?.append(2) }
add(&table["a"])
print(table)  // prints: ["a": [1, 2]]
