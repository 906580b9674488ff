struct Box {
    var width: Double
    var height: Double
    var area: Double { width * height }
    var half: Double {
        get { width / 2 }
        set { width = newValue * 2 }
    }
}
var box = Box(width: 2, height: 3)
print(box.area)  // prints: 6.0
box.half = 5
print(box.width, box.area)  // prints: 10.0 30.0
