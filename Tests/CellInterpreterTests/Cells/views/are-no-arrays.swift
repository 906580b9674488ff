print(stride(from: 0, to: 10, by: 2).count)    // error: value of type 'StrideTo<Int>' has no member 'count'
print(zip([1, 2], [3, 4])[0])    // error: value of type 'Zip2Sequence<[Int], [Int]>' has no subscripts
print(zip([1], [2]).isEmpty)    // error: has no member 'isEmpty'
print(["a": 1].keys[0])    // error: value of type 'Dictionary<String, Int>.Keys' has no subscripts
print(["a": 1].keys == ["a"])    // error: binary operator '==' cannot be applied to operands of type 'Dictionary<String, Int>.Keys' and '[String]'
print((1...3)[0])    // error: has no subscripts
let turned = [1, 2].reversed()
print(turned[0])    // error: has no subscripts
let list: [Int] = turned    // error: cannot convert value of type 'ReversedCollection<[Int]>' to specified type '[Int]'
let any: AnySequence<Int> = stride(from: 0, to: 3, by: 1)    // error: cannot convert value of type 'StrideTo<Int>' to specified type 'AnySequence<Int>'
// %%
var steps = stride(from: 0, to: 3, by: 1)
steps = stride(from: 0, through: 3, by: 1)    // error: cannot assign value of type 'StrideThrough<Int>' to type 'StrideTo<Int>'
