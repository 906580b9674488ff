func clear(_ n: inout Int) { n = 0 }
let n = 3
clear(&n)  // error: cannot pass immutable value as inout argument: 'n' is a 'let' constant
