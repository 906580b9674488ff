import Testing

struct SameTextTests {
    @Test(arguments: [
        ("loss 1.2345", "loss 1.2346"), ("17.6684 [2, 3]", "17.6690 [2, 3]"), ("-0.0001", "0.0000"),
        ("1.2346e-05 nan", "1.2350e-05 nan"), ("no numbers", "no numbers"),
    ])
    func theLastDigitsDoNotCount(_ a: String, _ b: String) { #expect(saySame(a, b)) }

    @Test(arguments: [
        ("loss 1.2345", "loss 1.2445"), ("12", "13"), ("true 1.0000", "false 1.0000"), ("1.5 2.5", "1.5"),
        ("17.6684", "-17.6684"), ("a", "b"),
    ])
    func allElseCounts(_ a: String, _ b: String) { #expect(!saySame(a, b)) }
}
