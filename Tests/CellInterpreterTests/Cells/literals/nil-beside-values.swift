// What stands beside a nil is optional.
print([1, nil])                         // prints: [Optional(1), nil]
print([nil, 2.5, 1])                    // prints: [nil, Optional(2.5), Optional(1.0)]
print([nil, "a"])                       // prints: [nil, Optional("a")]
let isKnown = true
let size = isKnown ? 3 : nil
print(size ?? 0)                        // prints: 3
let none = isKnown ? nil : [1]
print(none == nil)                      // prints: true
let ages = ["Ann": 30, "Bo": nil]
print(ages.count, ages["Ann"]! ?? 0)    // prints: 2 30
