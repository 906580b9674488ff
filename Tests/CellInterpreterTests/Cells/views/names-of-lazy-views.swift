print(type(of: [4, 5].lazy.filter { $0 > 4 }))  // prints: LazyFilterSequence<Array<Int>>
print(type(of: [4, 5].lazy.map { $0 > 4 }))  // prints: LazyMapSequence<Array<Int>, Bool>
print(type(of: [4, 5].reversed().lazy.map { $0 }))  // prints: LazyMapSequence<ReversedCollection<Array<Int>>, Int>
print(type(of: [4, 5].lazy.prefix { $0 > 3 }))  // prints: LazyPrefixWhileSequence<Array<Int>>
print(type(of: [4, 5].lazy))  // prints: LazySequence<Array<Int>>
print("héy".unicodeScalars.filter { $0 != "h" })  // prints: éy
let scalars: [Unicode.Scalar] = "héy".unicodeScalars.filter { $0 != "h" }
print(scalars.count)  // prints: 2
debugPrint(Character("q").unicodeScalars)  // prints: StringUnicodeScalarView("q")
