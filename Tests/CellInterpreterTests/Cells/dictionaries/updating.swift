var d = [1: "one"]
let old = d.updateValue("uno", forKey: 1)
print(old ?? "none", d[1]!)  // prints: one uno
print(d.updateValue("two", forKey: 2) == nil)  // prints: true
print(d.contains { $0.key == 2 })  // prints: true
