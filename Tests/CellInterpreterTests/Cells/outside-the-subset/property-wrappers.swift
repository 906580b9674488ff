struct Model {
    lazy var table = [1, 2]  // error: 'lazy' is not supported in cells
}
