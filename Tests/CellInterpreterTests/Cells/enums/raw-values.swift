enum Activation: String { case relu, gelu = "gelu_new" }
print(Activation.relu.rawValue, Activation.gelu.rawValue)  // prints: relu gelu_new
print(Activation(rawValue: "gelu_new") == .gelu, Activation(rawValue: "x") == nil)  // prints: true true
enum Level: Int { case low = 1, middle, high }
print(Level.high.rawValue, Level(rawValue: 2)!)  // prints: 3 middle
