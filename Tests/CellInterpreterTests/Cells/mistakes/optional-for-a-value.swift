let ages = ["Ann": 30]
let age: Int = ages["Ann"]      // error: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
func twice(_ n: Int) -> Int { 2 * n }
twice(ages["Ann"])              // error: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
