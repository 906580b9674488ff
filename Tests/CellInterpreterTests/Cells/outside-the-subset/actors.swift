actor Store {  // error: actors and concurrency are not supported in cells
    var n = 0
}
