let word: String? = "text"
enum Shape { case box(width: Int, height: Int) }
let shape = Shape.box(width: 1, height: 2)
if case "text"? = word { print("the same") }  // prints: the same
// %%
if let "text" = word { print("the same") }  // error: pattern matching in a condition requires the 'case' keyword
// %%
switch shape { case box(let w, let h): print(w * h) }  // error: cannot find 'box' in scope; did you mean '.box'?
