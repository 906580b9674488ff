struct Grid {
    var width = 3
    func area(_ height: Int) -> Int {
        func row() -> Int { width * height }
        return row()
    }
    mutating func widen() -> Int {
        func more(_ n: Int) { width += n }
        more(2)
        more(3)
        return width
    }
    static func of(_ n: Int) -> Grid {
        func make() -> Grid { Grid(width: n) }
        return make()
    }
    var half: Int {
        var own: Int { width / 2 }
        return own
    }
}
var grid = Grid()
print(grid.area(2), grid.widen(), grid.width, Grid.of(9).half)  // prints: 6 8 8 4
