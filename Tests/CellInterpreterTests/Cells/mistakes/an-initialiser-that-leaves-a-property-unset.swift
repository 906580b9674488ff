struct Maybe {
    let a: Int
    var b = 2
    init(_ on: Bool) {
        if on { a = 1 }
    }  // error: return from initializer without initializing all stored properties
}
