struct Layer {
    var heads = 1
    var names: [Int: String] = [:]
}
var layers = ["first": [Layer()]]
layers["first"]?[0].heads += 1
layers["none"]?[0].heads += 1
print(layers["first"]![0].heads, layers.count)  // prints: 2 1
var count: Int? = 3
count? += 1
print(count!)  // prints: 4
count = nil
count? += 1
print(count == nil)  // prints: true
var layer: Layer? = Layer()
layer?.heads *= 7
layer?.names[1, default: "a"] += "b"
print(layer!.heads, layer!.names)  // prints: 7 [1: "ab"]
layer?.heads = 9
print(layer!.heads)  // prints: 9
