let on = true
let n = if on { 1 } else { 2.5 }  // error: branches have mismatching types 'Int' and 'Double'
