class Counter {  // error: classes are not supported in cells
    var n = 0
}
