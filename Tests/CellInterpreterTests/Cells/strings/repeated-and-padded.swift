import Foundation

print(String(repeating: "-", count: 10))  // prints: ----------
print(String(repeating: "ab", count: 3))  // prints: ababab
print("[" + "ab".padding(toLength: 5, withPad: " ", startingAt: 0) + "]")  // prints: [ab   ]
print("abcdef".padding(toLength: 3, withPad: " ", startingAt: 0))  // prints: abc
