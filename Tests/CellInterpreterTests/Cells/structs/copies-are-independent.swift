struct Point { var x = 0; var y = 0 }
var a = Point(x: 1, y: 2)
var b = a
b.x = 100
a.y = 50
print(a, b)  // prints: Point(x: 1, y: 50) Point(x: 100, y: 2)
