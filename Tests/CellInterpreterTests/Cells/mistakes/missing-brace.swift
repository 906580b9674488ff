func f() {
    print(1)  // error: expected '}' to end function
