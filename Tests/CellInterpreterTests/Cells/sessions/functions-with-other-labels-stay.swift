// only in a session: in nested functions, where the programs are compiled, the innermost hides the others
func greet(name: String) -> String { "hello " + name }
// %%
func greet(name: String, again: Bool) -> String { again ? "again " + name : greet(name: name) }
print(greet(name: "Ann"), greet(name: "Ann", again: true))  // prints: hello Ann again Ann
// %%
func greet(name: String) -> String { "good day " + name }
// %%
print(greet(name: "Ann"), greet(name: "Ann", again: false))  // prints: good day Ann good day Ann
