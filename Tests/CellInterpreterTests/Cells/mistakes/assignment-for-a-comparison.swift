var n = 3
if n = 4 { print(n) }       // error: use of '=' in a boolean context, did you mean '=='?
