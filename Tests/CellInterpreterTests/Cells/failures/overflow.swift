func top() -> Int { Int.max }
print(top() - 1)  // prints: 9223372036854775806
print(top() + 1)  // fails: 9223372036854775807 + 1 is outside of the range of Int
