let a = [1 + 2, 0.5]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let b = [0.5, [1, 2].reduce(1) { $0 * $1 }]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let c = [[1, 2].filter { $0 > 1 }, [0.5]]  // error: the elements of an array must have one type; found '[Int]' and '[Double]'
// %%
let half = 0.5
let d = [[2, 1].first { $0 > 1 }!, half]  // error: the elements of an array must have one type; found 'Int' and 'Double'
// %%
let e = ["a": 1 + 2, "b": 0.5]  // error: the entries of a dictionary must have one type; found 'Int' and 'Double'
