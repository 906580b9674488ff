// A value that is being changed cannot be looked at meanwhile.
var numbers = [1, 2, 3]
func change(_ values: inout [Int]) { values.append(numbers.count) }    // fails: 'numbers' has no value here
change(&numbers)
// %%
print(numbers)                  // prints: [1, 2, 3]
// %%
func failing(_ values: inout [Int]) throws { values.append(4); throw Stop() }
struct Stop: Error {}
try? failing(&numbers)
print(numbers)                  // prints: [1, 2, 3, 4]
