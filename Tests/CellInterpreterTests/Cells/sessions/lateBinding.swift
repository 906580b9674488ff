// only in a session: a later cell's function takes the earlier one's place
// Functions that call a function call the one of the newest cell.
func rate() -> Double { 0.5 }
func price(_ amount: Double) -> Double { amount * rate() }
let priced = price
print(price(10))                // prints: 5.0
// %%
func rate() -> Double { 2 }
print(price(10), priced(10))    // prints: 20.0 20.0
// %%
func rate() -> Double { 3 }
print(price(10))                // prints: 30.0
// %%
// Another type is another function; who called the old one goes on doing so.
func rate() -> Int { 7 }
print(price(10), rate())        // prints: 30.0 7
// %%
let factor = 2
func scaled(_ x: Int) -> Int { x * factor }
print(scaled(5))                // prints: 10
// %%
let factor = 10
print(scaled(5))                // prints: 50
