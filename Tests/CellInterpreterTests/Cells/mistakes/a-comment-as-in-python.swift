// only in a session: the parser of swiftc finds more that is wrong
# a comment  // error: a comment begins with '//' in Swift, not with '#'
let x: Int = "a"  // error: cannot convert value of type 'String' to specified type 'Int'
