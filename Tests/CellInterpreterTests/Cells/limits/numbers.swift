// Where a compiled program would end, the cell ends with an error that names the values.
let most = [Int.max][0]
most + 1                        // fails: 9223372036854775807 + 1 is outside of the range of Int
// %%
var n = 3
n -= 3
10 / n                          // fails: division by zero: 10 / 0
// %%
10 % n                          // fails: division by zero: 10 % 0
// %%
for i in n..<(n - 2) { print(i) }       // fails: the lower bound of a range cannot be above its upper bound: 0 and -2
// %%
var least = Int.min
least *= -1                     // fails: is outside of the range of Int
// %%
let nothing: Int? = nil
nothing!                        // fails: unexpectedly found nil while unwrapping an optional value
// %%
let anything: Any = "text"
anything as! Int                // fails: could not cast value of type 'String' to 'Int'
// %%
func fails() throws -> Int { throw Oops.here }
enum Oops: Error { case here }
try! fails()                    // fails: 'try!' expression unexpectedly raised an error: here
// %%
// Such a mistake is not an error that can be caught, as in a compiled program.
do { print([1][n + 1]) } catch { print("caught") }      // fails: index 1 is out of range: the array has 1 element
