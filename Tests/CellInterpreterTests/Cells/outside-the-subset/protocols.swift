protocol Shape {  // error: protocols are not supported in cells
    var area: Double { get }
}
