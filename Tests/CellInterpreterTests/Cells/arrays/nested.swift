var grid = [[1, 2], [3, 4]]
grid[1][0] = 30
grid[0].append(9)
print(grid)  // prints: [[1, 2, 9], [30, 4]]
print(grid[1][0] + grid[0][2])  // prints: 39
print(grid.map { $0.reduce(0, +) })  // prints: [12, 34]
