import Display
import Testing

@Suite struct MIMEBundleTests {
    @Test func aBundleAlwaysHasText() {
        let bundle = MIMEBundle(plain: "12/40").with(.html, "<b>12</b>").with(.png, "AA==", metadata: "{\"width\": 2}")
        #expect(bundle.plain == "12/40")
        #expect(bundle.representations == [.plain: "12/40", .html: "<b>12</b>", .png: "AA=="])
        #expect(bundle.metadata == [.png: "{\"width\": 2}"])
        #expect(bundle.mimeBundle == bundle)
    }

    @Test func addingAgainReplaces() {
        let bundle = MIMEBundle(plain: "a").with(.png, "x", metadata: "{}").with(.png, "y").with(.plain, "b")
        #expect(bundle.representations == [.plain: "b", .png: "y"])
        #expect(bundle.metadata.isEmpty)
    }

    @Test func typesAreSpelledAsFrontEndsKnowThem() {
        #expect(MIMEType.allCases.map(\.rawValue).contains("image/svg+xml"))
        #expect(MIMEType.html.rawValue == "text/html")
    }
}
