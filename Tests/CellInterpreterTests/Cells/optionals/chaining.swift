struct Config { var name: String? }
struct Model { var config: Config? }
var model = Model(config: Config(name: "tiny"))
print(model.config?.name?.count ?? 0)  // prints: 4
model.config?.name = nil
print(model.config?.name?.count ?? 0)  // prints: 0
model.config = nil
print(model.config?.name == nil)  // prints: true
