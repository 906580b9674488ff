let a: Int = true ? "a" : "b"  // error: cannot convert value of type 'String' to expected element type 'Int'
// %%
let b: Double = true ? (false ? "a" : "b") : "c"  // error: cannot convert value of type 'String' to expected element type 'Double'
// %%
let c: Int = if true { "a" } else { "b" }  // error: cannot convert value of type 'String' to specified type 'Int'
// %%
let d: Int = switch 1 { case 1: "a"; default: "b" }  // error: cannot convert value of type 'String' to specified type 'Int'
