struct Head { var layer: Int; var index: Int }
let head = Head(layer: 1)  // error: missing argument for parameter 'index' in call
