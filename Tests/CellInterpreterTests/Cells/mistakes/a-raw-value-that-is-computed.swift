enum Size: Int {
    case two = 1 + 1  // error: raw value for enum case must be a literal
}
