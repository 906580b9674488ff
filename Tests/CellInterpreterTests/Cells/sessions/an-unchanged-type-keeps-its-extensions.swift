// only in a session: a cell that is run again unchanged declares the same types
struct Dot { var x = 1 }
// %%
extension Dot: CustomStringConvertible { var description: String { "dot \(x)" } }
// %%
struct Dot { var x = 1 }
// %%
print(Dot(x: 2))  // prints: dot 2
