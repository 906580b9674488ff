let n: Int = nil  // error: 'nil' cannot be used where a value of type 'Int' is wanted
