var grid = [[1, 2], [3, 4]]
grid[1][0] = 30
grid[0].append(9)
print(grid)
print(grid[1][0] + grid[0][2])
print(grid.map { $0.reduce(0, +) })
