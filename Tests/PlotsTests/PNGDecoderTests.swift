import Display
import Foundation
import Plots
import TensorCore
import TestSupport
import Testing

/// Pictures are read back, whatever is in them. Set `FUZZ_ROUNDS` for a longer search of damaged ones.
struct PNGDecoderTests {
    /// 3 × 2 pixels of three bytes, the first row with the filter Average, the second with Paeth.
    private let filtered = """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAHElEQVR4nGPmEpFT1tA1MrdhYWRi
        ZmFlY+fgBAAT8QGOguj29gAAAABJRU5ErkJggg==
        """

    @Test func rowsMayBeFiltered() throws {
        let picture = try PNGDecoder.picture(try #require(Base64.decode(filtered)))
        #expect((picture.width, picture.height, picture.channels) == (3, 2, 3))
        #expect(picture.samples == [10, 20, 30, 40, 50, 60, 70, 80, 90, 11, 22, 33, 44, 55, 66, 77, 88, 99])
    }

    @Test func whatIsEncodedIsDecoded() throws {
        let pixels: [UInt8] = (0..<35).map { UInt8($0 * 7 % 250) }
        let palette = (0..<250).map { Color(UInt8($0), UInt8(255 - $0), 9) }
        let file = try PNGEncoder.encode(IndexedImage(width: 7, height: 5, pixels: pixels, palette: palette))
        let picture = try PNGDecoder.picture(file)
        #expect((picture.width, picture.height, picture.channels) == (7, 5, 1))
        #expect(picture.samples == pixels)
        #expect(Array(picture.colors[4..<8]) == [7, 248, 9, 255])
        #expect(Base64.decode(try Base64.encode(file)) == file)
    }

    @Test func base64OfOthersMayHaveLinesAndIsNothingElse() {
        #expect(Base64.decode("aGVs\nbG8=\n") == Array("hello".utf8))
        #expect(Base64.decode("aGVs*") == nil && Base64.decode("aGVs=bG8") == nil)
    }

    @Test func damagedPicturesNeverCrash() throws {
        let values = Tensor([[0.5, 0.25], [1, 2]] as [[Float]])
        let bundle = heatMap(values, title: "t").mimeBundle
        let file = try #require(Base64.decode(bundle.representations[.png] ?? ""))
        let page = Array((bundle.representations[.html] ?? "").utf8)
        var mutations = Mutations(seed: 3)
        var (read, refused) = (0, 0)
        for _ in 0..<Mutations.rounds(150) {
            do {
                _ = try PNGDecoder.picture(mutations.damaged(file)).colors
                read += 1
            } catch is PNGError { refused += 1 }
            _ = PictureData(html: String(decoding: mutations.damaged(page), as: UTF8.self))
        }
        #expect(read > 0 && refused > 0)
    }
}
