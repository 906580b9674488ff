// only in a session: a compiled program would go over all 2^60 leaves
indirect enum Tree: Hashable {
    case leaf(Int)
    case node(Tree, Tree)
}
var a = Tree.leaf(1)
var b = Tree.leaf(1)
var other = Tree.leaf(2)
for _ in 0..<60 {
    a = .node(a, a)
    b = .node(b, b)
    other = .node(other, other)
}
print(a == b, a != b, a == other)    // prints: true false false
print(Set([a, b]).count, [a: 1][b] ?? 0)    // prints: 1 1
print([a].contains(other), [other, a].firstIndex(of: b) ?? -1)    // prints: false 1
// %%
var list: [Any] = [1]
for _ in 0..<60 { list = [list, list] }
"\(list)"    // fails: the text of this value is longer than a string can be
// %%
struct Loss: Error { var tree: Tree }
throw Loss(tree: a)    // fails: Loss: Loss(tree: Tree.node(Tree.node(
