// Copies are copies, however deep the change is.
struct Leaf { var n = 0; var tags: [String] = [] }
struct Tree { var leaves = [Leaf(), Leaf()]; var byName: [String: Leaf] = [:]; var best: Leaf? = nil }
var one = Tree()
let before = one
one.leaves[1].n += 5
one.leaves[0].tags.append("a")
one.byName["x", default: Leaf()].n += 2
one.byName["x"]?.tags.append("t")
one.best?.n = 1
one.best = Leaf()
one.best?.n = 7
one.best!.n += 1
print(before.leaves.map(\.n), before.byName.count, before.best == nil)  // prints: [0, 0] 0 true
print(one.leaves.map(\.n), one.byName["x"]!.n, one.best!.n)             // prints: [0, 5] 2 8
print(one.leaves[0].tags, one.byName["x"]!.tags)                        // prints: ["a"] ["t"]
// %%
var rows = [[1, 2], [3, 4]]
let kept = rows
let row = rows[0]
rows[0][1] = 20
rows[1] += [5]
print(kept, row, rows)          // prints: [[1, 2], [3, 4]] [1, 2] [[1, 20], [3, 4, 5]]
// %%
func change(_ values: inout [Int], _ more: [Int]) { values += more; values[0] = 9 }
change(&rows[0], rows[1])
print(rows)                     // prints: [[9, 20, 3, 4, 5], [3, 4, 5]]
// %%
var pair = (1, [2])
let copy = pair
pair.1.append(3)
(pair.0, _) = (8, 0)
print(pair, copy)               // prints: (8, [2, 3]) (1, [2])
// %%
let captured = { [rows] in rows.count }
rows = []
print(captured(), rows.count)   // prints: 2 0
