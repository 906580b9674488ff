var kept: [() -> Int] = []
func keep(_ f: () -> Int) {
    kept.append(f)  // error: non-escaping parameter 'f'
}
func wrap(_ f: () -> Int) -> () -> Int {
    return f  // error: non-escaping parameter 'f'
}
