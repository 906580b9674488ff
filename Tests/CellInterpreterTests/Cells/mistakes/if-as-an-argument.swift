let on = true
print(if on { 1 } else { 2 })  // error: 'if' may only be used as expression in return, throw, or as the source of an assignment
