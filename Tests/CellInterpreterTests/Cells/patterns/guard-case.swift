enum Shape {
    case circle(radius: Double)
    case square(Double)
}
func radius(_ shape: Shape) -> Double {
    guard case .circle(let radius) = shape else { return 0 }
    return radius
}
print(radius(.circle(radius: 2)), radius(.square(3)))  // prints: 2.0 0.0
