/// Pixels as indices into a palette of at most 256 colours, row by row from the top.
package struct IndexedImage: Sendable {
    package var width: Int
    package var height: Int
    package var pixels: [UInt8]
    package var palette: [Color]

    package init(width: Int, height: Int, pixels: [UInt8], palette: [Color]) {
        (self.width, self.height, self.pixels, self.palette) = (width, height, pixels, palette)
    }
}
