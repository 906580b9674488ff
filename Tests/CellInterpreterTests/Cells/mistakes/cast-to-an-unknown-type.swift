let united = ([3] as Sett<Int>).union([1])  // error: cannot find type 'Sett' in scope
