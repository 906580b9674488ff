let n: Int = "three"  // error: cannot convert value of type 'String' to specified type 'Int'
let x: Int = 2.5  // error: cannot convert value of type 'Double' to specified type 'Int'
