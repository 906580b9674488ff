print("never printed")
let a = unknownOne  // error: cannot find 'unknownOne' in scope
let b: Int = "two"  // error: cannot convert value of type 'String' to specified type 'Int'
print(b.three)  // error: value of type 'Int' has no member 'three'
