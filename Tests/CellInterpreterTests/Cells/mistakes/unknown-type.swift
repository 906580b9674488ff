let x: Itn = 3  // error: cannot find type 'Itn' in scope; did you mean 'Int'?
