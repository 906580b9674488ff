// A later cell replaces what an earlier one declared.
let x = 1
func describe() -> String { "first" }
// %%
let x = "now a text"
print(x)                        // prints: now a text
// %%
func describe() -> String { "second" }
print(describe())               // prints: second
// %%
struct Point { var x = 1 }
let p = Point()
// %%
struct Point { var x = 1.5; var y = 2.5 }
print(p, Point())               // prints: Point(x: 1) Point(x: 1.5, y: 2.5)
// %%
let x = 3, x = 4                // error: invalid redeclaration of 'x'
// %%
x                               // shows: "now a text"
