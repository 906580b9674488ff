internal import SessionSafety
internal import SwiftLens

extension LongWork {
    /// Has the library's long calls in the current session show a bar.
    static func showProgressBars() {
        show { title, total in
            let bar = ProgressBar(total: total, title: title)
            return Display(advance: { bar.advance(by: $0) }, say: { bar.retitle($0) }, finish: { bar.finish() })
        }
    }
}
