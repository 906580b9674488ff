let text = "When Mary and John went to the store"
print(text.contains("John"), text.contains("Tom"))  // prints: true false
print(text.hasPrefix("When"), text.hasSuffix("shop"))  // prints: true false
print(text.contains { $0 == "J" })  // prints: true
print(text.first!, text.last!)  // prints: W e
