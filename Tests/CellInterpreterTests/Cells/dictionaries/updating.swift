var d = [1: "one"]
let old = d.updateValue("uno", forKey: 1)
print(old ?? "none", d[1]!)
print(d.updateValue("two", forKey: 2) == nil)
print(d.contains { $0.key == 2 })
