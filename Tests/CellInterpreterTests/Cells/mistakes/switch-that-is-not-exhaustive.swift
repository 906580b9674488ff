enum Side { case left, right }
let side = Side.left
switch side {  // error: switch must be exhaustive
case .left: print("left")
}
