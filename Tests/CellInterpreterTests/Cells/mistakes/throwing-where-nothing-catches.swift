struct Failure: Error {}
func quiet() {
    throw Failure()  // error: error is not handled because the enclosing function is not declared 'throws'
}
