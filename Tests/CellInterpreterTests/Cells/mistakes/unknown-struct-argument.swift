struct Head { var layer: Int; var index: Int }
let head = Head(layer: 1, idx: 2)  // error: incorrect argument label in call (have 'idx:', expected 'index:')
