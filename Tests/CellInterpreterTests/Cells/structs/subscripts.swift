struct Grid {
    var cells = [0, 0, 0, 0]
    subscript(row: Int, column: Int) -> Int {
        get { cells[row * 2 + column] }
        set { cells[row * 2 + column] = newValue }
    }
}
var grid = Grid()
grid[1, 0] = 7
grid[1, 0] += 1
print(grid[1, 0], grid.cells)  // prints: 8 [0, 0, 8, 0]
