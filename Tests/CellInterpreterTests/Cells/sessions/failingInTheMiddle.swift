// only in a session: what a failed cell did not come to is not there
// What ran before a failing statement stays; what comes after it never was.
let before = 1
print("start")                  // prints: start
let broken = [1, 2][before + 4] // fails: index 5 is out of range: the array has 2 elements
let after = 2
print("never")
// %%
print(before)                   // prints: 1
// %%
print(after)                    // error: cannot find 'after' in scope
// %%
// A mistake that can be seen before the cell runs keeps all of it from running.
print("nothing")
let y: Int = "text"             // error: cannot convert value of type 'String' to specified type 'Int'
unknown(1)                      // error: cannot find 'unknown' in scope
// %%
var total = 10
total = 20
total /= total - 20             // fails: division by zero: 20 / 0
// %%
total                           // shows: 20
