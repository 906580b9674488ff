struct Box {
    var width = 1
    var area: Int { width * width }
}
var box = Box()
box.area = 4  // error: cannot assign to value: 'area' is a get-only property
