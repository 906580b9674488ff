import Foundation

let template = "Then, {} gave a drink to {}"
print(template.replacing("{}", with: "Mary"))  // prints: Then, Mary gave a drink to Mary
print(template.replacing("{}", with: "Mary", maxReplacements: 1))  // prints: Then, Mary gave a drink to {}
print(template.replacingOccurrences(of: "{}", with: "John"))  // prints: Then, John gave a drink to John
