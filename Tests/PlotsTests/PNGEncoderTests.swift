import Foundation
import Plots
import Testing

@Suite struct PNGEncoderTests {
    @Test func pixelsAndPaletteComeBack() throws {
        let image = IndexedImage(
            width: 3, height: 2, pixels: [0, 1, 2, 2, 1, 0], palette: [Color(1, 2, 3), Color(4, 5, 6), Color(7, 8, 9)])
        let decoded = try #require(DecodedPNG(try PNGEncoder.encode(image)))
        #expect(decoded.width == 3 && decoded.height == 2)
        #expect(decoded.pixels == image.pixels)
        #expect(decoded.palette == [1, 2, 3, 4, 5, 6, 7, 8, 9])
    }

    @Test(arguments: [[], [0], [255, 0], [1, 2, 3], [9, 8, 7, 6]] as [[UInt8]])
    func base64IsTheUsualOne(_ bytes: [UInt8]) throws {
        #expect(try Base64.encode(bytes) == Data(bytes).base64EncodedString())
    }
}
