let n = 1
let x = n > 0 ? 1 : "one"  // error: result values in '? :' expression have mismatching types 'Int' and 'String'
