import Foundation

let line = "a,b,,c"
print(line.split(separator: ","))  // prints: ["a", "b", "c"]
print(line.split(separator: ",", omittingEmptySubsequences: false))  // prints: ["a", "b", "", "c"]
print(line.components(separatedBy: ","))  // prints: ["a", "b", "", "c"]
print("k=v=w".split(separator: "=", maxSplits: 1))  // prints: ["k", "v=w"]
let words = "the cat sat".split(separator: " ").map { String($0) }
print(words)  // prints: ["the", "cat", "sat"]
