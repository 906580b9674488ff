func multiply(_ a: [[Int]], _ b: [[Int]]) -> [[Int]] {
    a.map { row in
        b[0].indices.map { column in
            zip(row, b).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
    }
}
print(multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]]))  // prints: [[2, 1], [4, 3]]
