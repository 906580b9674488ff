indirect enum Tree {
    case leaf(Int)
    case node(Tree, Tree)
}
func sum(_ tree: Tree) -> Int {
    switch tree {
    case .leaf(let n): return n
    case .node(let left, let right): return sum(left) + sum(right)
    }
}
print(sum(.node(.leaf(1), .node(.leaf(2), .leaf(3)))))  // prints: 6
