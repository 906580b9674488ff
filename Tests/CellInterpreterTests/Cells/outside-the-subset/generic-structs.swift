struct Box<T> {  // error: generics of one's own are not supported in cells
    var values = 0
}
