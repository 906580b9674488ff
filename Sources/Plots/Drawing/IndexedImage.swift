/// Pixels as indices into a palette of at most 256 colours, row by row from the top.
struct IndexedImage: Sendable {
    var width: Int
    var height: Int
    var pixels: [UInt8]
    var palette: [Color]

    init(width: Int, height: Int, pixels: [UInt8], palette: [Color]) {
        (self.width, self.height, self.pixels, self.palette) = (width, height, pixels, palette)
    }
}
