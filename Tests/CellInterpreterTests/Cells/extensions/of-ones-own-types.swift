struct Point { var x: Double; var y: Double }
extension Point {
    var length: Double { (x * x + y * y).squareRoot() }
    mutating func scale(_ factor: Double) {
        x *= factor
        y *= factor
    }
}
var point = Point(x: 3, y: 4)
point.scale(2)
print(point.length)  // prints: 10.0
