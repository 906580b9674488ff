// only in a session: the braces around it would close it
func f() {
    print(1)  // error: expected '}' to end function
