func later(_ f: (Int) -> Int) -> [Int] {
    Array([1, 2].lazy.map { f($0) })  // error: escaping closure captures non-escaping parameter 'f'
}
func handOver(_ f: () -> Int, to g: (() -> Int) -> Int) -> Int {
    g(f)  // error: passing a non-escaping function parameter 'f' to a call to a non-escaping function parameter
}
