struct Stop: Error {}
var open = 0
func use() throws {
    open += 1
    defer { open -= 1 }
    throw Stop()
}
do { try use() } catch { print("caught, open:", open) }  // prints: caught, open: 0
