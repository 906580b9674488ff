// only in a session: in a file it ends with the program
defer { print("last") }         // prints: first
print("first")                  // prints: last
// %%
print("next")                   // prints: next
