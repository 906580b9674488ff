enum Shape {
    case dot
    case circle(radius: Double)
    static func ring(_ inner: Double, outer: Double = 2) -> Shape { .circle(radius: inner + outer) }
}
func area(_ shape: Shape) -> Double { 1 }
func areas(_ shapes: [Shape]) -> Double { 1 }
func unit() -> Shape { .dot }
let makers: [(Double) -> Shape] = [Shape.circle]
print(makers.count)  // prints: 1
// %%
let a: Shape = .circle  // error: member 'circle(radius:)' is a function that produces expected type 'Shape'; call it: .circle(radius: …)
// %%
areas([.dot, .circle])  // error: member 'circle(radius:)' is a function that produces expected type 'Shape'
// %%
areas([Shape.ring])  // error: member 'ring(_:outer:)' is a function that produces expected type 'Shape'; call it: .ring(…)
// %%
let b: Shape? = .ring  // error: member 'ring(_:outer:)' is a function that produces expected type 'Shape'
// %%
area(Shape.circle)  // error: member 'circle(radius:)' is a function that produces expected type 'Shape'
// %%
let c = true ? Shape.dot : .circle  // error: member 'circle(radius:)' is a function that produces expected type 'Shape'
// %%
area(unit)  // error: function 'unit()' produces expected type 'Shape'; call it: unit()
