let a: Set = [1, 2, 3]
let b: Set = [3, 4]
print(a.union(b).sorted(), a.intersection(b).sorted())  // prints: [1, 2, 3, 4] [3]
print(a.subtracting(b).sorted(), a.symmetricDifference(b).sorted())  // prints: [1, 2] [1, 2, 4]
print(a.isSubset(of: [1, 2, 3, 4]), a.isDisjoint(with: [9]))  // prints: true true
