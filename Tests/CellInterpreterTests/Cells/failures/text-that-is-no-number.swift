let n = Int("12x")
print(n == nil)  // prints: true
print(n! + 1)  // fails: unexpectedly found nil while unwrapping an optional value
