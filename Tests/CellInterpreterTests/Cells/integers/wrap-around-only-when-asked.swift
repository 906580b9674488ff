print(Int.max &+ 1 == Int.min)  // prints: true
print(Int.min &- 1 == Int.max)  // prints: true
print(Int.max &* 2)  // prints: -2
