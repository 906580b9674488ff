enum Side { case left, right }
func other(_ side: Side) -> Side {
    switch side {
    case .left: .right
    case .right: .left
    }
}
print(other(.left), other(other(.left)))  // prints: right left
