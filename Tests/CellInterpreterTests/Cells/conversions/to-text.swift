print(String(42) + "!")  // prints: 42!
print(String(1.5), String(true))  // prints: 1.5 true
print(String(describing: [1, 2]), String(describing: 3))  // prints: [1, 2] 3
print((42).description + (0.5).description)  // prints: 420.5
