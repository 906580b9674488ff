func pick(_ n: Int) -> Int { n + 1 }
func pick(_ x: Double) -> Double { x + 0.5 }
let half = 0.5
let wanted: [Double] = [half, pick(2), [1, 2].max() ?? 0]
print(wanted)  // prints: [0.5, 2.5, 2.0]
// %%
let list = [half, pick(2)]  // error: the elements of an array must have one type; found 'Double' and 'Int'
// %%
let largest = [[1, 2].max() ?? 0, half * 2]  // error: the elements of an array must have one type
// %%
print(unknown(pick))  // error: cannot find 'unknown' in scope
