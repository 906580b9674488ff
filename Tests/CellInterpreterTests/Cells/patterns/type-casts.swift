func kind(_ value: Any) -> String {
    switch value {
    case let number as Int: return "Int \(number)"
    case is String: return "String"
    case let numbers as [Double]: return "\(numbers.count) doubles"
    default: return "other"
    }
}
print(kind(3), kind("x"), kind([1.5, 2.5]), kind(true), separator: ", ")  // prints: Int 3, String, 2 doubles, other
