enum Direction { case left, right }
var direction = Direction.left
print(direction)  // prints: left
direction = .right
print(direction == .right, direction != .left)  // prints: true true
