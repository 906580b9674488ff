let text = "hello"
let place: String.Index = text.startIndex  // error: 'String.Index' is not supported in cells // error: 'String.startIndex' is not supported in cells
_ = text[..<place]
let wide: Int64 = 1  // error: 'Int64' is not supported in cells
let path: KeyPath<String, Int> = \.count  // error: 'KeyPath' is not supported in cells
func outcome() -> Result<Int, Error> { .success(1) }  // error: 'Result' is not supported in cells
var walk = [1, 2].makeIterator()  // error: 'Array.makeIterator' is not supported in cells
