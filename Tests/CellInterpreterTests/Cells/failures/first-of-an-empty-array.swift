let a: [Int] = []
print(a.first!)  // fails: unexpectedly found nil while unwrapping an optional value
