// only in a session: what swiftc makes of it is an 'Any?'
let a = [0.5].first ?? 0  // error: '??' of literals of types 'Double' and 'Int' is an optional 'Any'; write both as numbers of one type
