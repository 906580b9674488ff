enum Shape { case dot, circle(Int), box(width: Int, height: Int) }
// %%
switch Shape.wide(3) {  // error: type 'Shape' has no member 'wide'
case .circle(let r) where r > 2: print(r)
case .box(width: let w, height: _) where w > 1: print(w)
default: print("other")
}
// %%
switch (Shape.wide(3)) as Shape {  // error: type 'Shape' has no member 'wide'
case .line: print("line")
default: print("other")
}
