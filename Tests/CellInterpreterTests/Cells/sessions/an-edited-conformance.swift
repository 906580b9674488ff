// only in a session: a later cell's extension takes the earlier one's place
struct Place { var x = 1 }
// %%
extension Place: CustomStringConvertible {
    var description: String { "at \(x)" }
}
print(Place())  // prints: at 1
// %%
extension Place: CustomStringConvertible {
    var description: String { "x = \(x)" }
}
print(Place())  // prints: x = 1
// %%
print(Place(x: 3), [Place()])  // prints: x = 3 [x = 1]
