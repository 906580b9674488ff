let n = 3
n = 4  // error: cannot assign to value: 'n' is a 'let' constant
n += 1  // error: left side of mutating operator isn't mutable: 'n' is a 'let' constant
