// only in a session: Swift prints the inner workings of views
print([1, 2].reversed())    // fails: a ReversedCollection prints as Swift's inner workings, not as its elements
// %%
print("\(zip([1], [2]))")    // fails: a Zip2Sequence prints as Swift's inner workings
// %%
print(AnySequence([1, 2]))    // fails: an AnySequence prints as Swift's inner workings
// %%
AnySequence([1, 2])    // shows: [1, 2]
// %%
stride(from: 0, to: 3, by: 1)    // shows: [0, 1, 2]
// %%
["b": 2].keys    // shows: ["b"]
// %%
(1...).lazy.map { $0 + 0 }.prefix(2)    // shows: [1, 2]
// %%
"abc".utf8    // shows: UTF8View("abc")
