let n = 3
func f() { continue }  // error: 'continue' is only allowed inside a loop
