enum Code: Int {
    case one = 1
    case uno = 1  // error: raw value for enum case is not unique
}
enum Word: String {
    case hello
    case other = "hello"  // error: raw value for enum case is not unique
}
