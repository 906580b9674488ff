func label(_ n: Int, as text: String = 100) -> String { text + "\(n)" }  // error: cannot convert value of type 'Int' to expected argument type 'String'
print(label(1), label(2), label(3, as: "c"))
// %%
struct Row { func cells(of width: Int = "wide") -> Int { width } }  // error: cannot convert value of type 'String' to expected argument type 'Int'
// %%
func later(_ n: Int = start) -> Int { n }
let start = 2
print(later())  // prints: 2
