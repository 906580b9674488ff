let ages = ["Mary": 30]
print(ages["Mary"]!)  // prints: 30
print(ages["John"]!)  // fails: unexpectedly found nil while unwrapping an optional value
