enum Switch {
    case on, off
    mutating func flip() { self = self == .on ? .off : .on }
}
var light = Switch.off
light.flip()
print(light)  // prints: on
