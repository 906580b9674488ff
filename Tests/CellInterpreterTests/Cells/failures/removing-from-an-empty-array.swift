var a: [Int] = []
a.removeLast()  // fails: removeLast() needs an element, but the array is empty
