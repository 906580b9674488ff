struct Head { var layer = 0 }
let seen: Set<Head> = []  // error: type 'Head' does not conform to protocol 'Hashable'
