func clear(_ n: inout Int) { n = 0 }
var n = 3
clear(n)  // error: passing value of type 'Int' to an inout parameter requires explicit '&'
