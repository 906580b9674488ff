print(1, "two", 3.0, true)  // prints: 1 two 3.0 true
print(1, 2, 3, separator: ", ")  // prints: 1, 2, 3
print("no", terminator: " ")
print("line end")  // prints: no line end
print()  // prints:
print("a", "b", separator: "", terminator: "!\n")  // prints: ab!
