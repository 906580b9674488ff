var n = 3
n++                 // error: cannot find operator '++' in scope; did you mean '+= 1'?
let p = n ** 2      // error: cannot find operator '**' in scope
