struct Token: CustomStringConvertible {
    var id: Int
    var description: String { "<\(id)>" }
}
print(Token(id: 5), [Token(id: 1)])  // prints: <5> [<1>]
print("token \(Token(id: 2))")  // prints: token <2>
