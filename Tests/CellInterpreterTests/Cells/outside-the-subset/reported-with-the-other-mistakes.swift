let x = 5
class Probe {}  // error: classes are not supported in cells
let y = x + 1.5  // error: binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
let probe = Probe()
unknown(x)  // error: cannot find 'unknown' in scope
