struct First: Error {}
struct Second: Error { let cause: any Error }
func run() throws {
    do { throw First() } catch { throw Second(cause: error) }
}
do { try run() } catch let second as Second { print(second.cause) }  // prints: First()
