let x = 0.5, values = [2.5]
let wanted: [Double] = [1, 2].map { $0 / 2 } + [x]
let named = [1, 2].map { $0 / 2 } + values, both = [1, 2].map { $0 / 2 } + [x] + values
let plain = [1, 2].map { $0 } + [x], some = [1, 2].filter { $0 > 1 } + [x], other = [1, 2].map { $0 * x } + [x]
print(wanted, named, both)  // prints: [0.5, 1.0, 0.5] [0.5, 1.0, 2.5] [0.5, 1.0, 0.5, 2.5]
print(plain, some, other)  // prints: [1.0, 2.0, 0.5] [2.0, 0.5] [0.5, 1.0, 0.5]
print(([1, 2].map { $0 / 2 } + [x]).reduce(0, +), ([1, 2].map { $0 / 2 } + [x]).map { $0 + 1 })  // prints: 2.0 [1.5, 2.0, 1.5]
// %%
struct Shade: Equatable {
    var depth = 1
    static let pale = Shade(), dark = Shade(depth: 3)
    static func + (a: Shade, b: Shade) -> Shade { Shade(depth: a.depth + b.depth) }
}
let shade: Shade = .pale + .dark, chosen: Shade = .pale + (x > 1 ? Shade.pale : .dark)
print(shade.depth, chosen.depth)  // prints: 4 4
