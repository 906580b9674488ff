import Foundation
import JupyterProtocol
import Testing

/// The dates that front ends write into their messages.
struct MessageDateTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500_000_000),
        ("2026-11-26T03:38:22.123456Z", 1_795_664_302_123_456_000),
        ("2026-11-26T03:38:22.123Z", 1_795_664_302_123_000_000),
        ("2026-11-26T05:08:22.123456+01:30", 1_795_664_302_123_456_000),
        ("2026-11-25T22:38:22-0500", 1_795_664_302_000_000_000),
        ("2000-02-29T12:00:00", 951_825_600_000_000_000),
        ("2026-11-26T03:38:22.1234567891Z", 1_795_664_302_123_456_789),
    ])
    func aDateIsRead(text: String, nanoseconds: Int) {
        #expect(MessageDate(text)?.nanoseconds == nanoseconds)
    }

    @Test func everyDayIsWhereFoundationHasIt() {
        for day in stride(from: -20_000, to: 40_000, by: 17) {
            let text = Date(timeIntervalSince1970: Double(day) * 86_400).ISO8601Format()
            #expect(MessageDate(text)?.nanoseconds == day * 86_400_000_000_000, "\(text)")
        }
    }

    @Test(arguments: [
        "", "yesterday", "2026-11-26", "2026-11-26T03:38", "2026-13-26T03:38:22Z", "2026-11-00T03:38:22Z",
        "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2026-11-26T03:38:22X", "2026-11-26 03:38:22",
        "２０２６-11-26T03:38:22Z", "2026-11-26T03:38:22+",
    ])
    func anotherTextIsNone(text: String) {
        #expect(MessageDate(text) == nil)
    }
}
