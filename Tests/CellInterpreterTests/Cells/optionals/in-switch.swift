func describe(_ value: Int?) -> String {
    switch value {
    case nil: return "nothing"
    case 0?: return "zero"
    case let number?: return "number \(number)"
    }
}
print(describe(nil), describe(0), describe(5))  // prints: nothing zero number 5
