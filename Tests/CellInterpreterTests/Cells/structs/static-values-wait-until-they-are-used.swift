struct Table {
    static let rows: [Int] = {
        print("made")
        return [1]
    }()
    static var count = rows.count + 1
}
print("before")  // prints: before
print(Table.rows, Table.count)  // prints: made // prints: [1] 2
Table.count += 1
print(Table.rows, Table.count)  // prints: [1] 3
