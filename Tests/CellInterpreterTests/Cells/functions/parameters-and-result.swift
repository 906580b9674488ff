func add(_ a: Int, _ b: Int) -> Int {
    return a + b
}
func greet(name: String) { print("hello \(name)") }
print(add(2, 3))  // prints: 5
// prints: hello Mary
greet(name: "Mary")
func nothing() {}
nothing()
