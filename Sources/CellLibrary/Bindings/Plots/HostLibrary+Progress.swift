public import CellInterpreter
internal import SwiftLens

/// A cell's elements with a progress bar.
struct CellProgress: HostObject {
    let elements: ProgressSequence<[CellValue]>
}

extension ProgressBar: HostObject {}

extension HostLibrary {
    func bindProgress() {
        genericType(
            "ProgressSequence", parameters: ["Element"], CellProgress.self,
            doc: "The elements of another sequence, with a bar that shows how far the loop has come.")
        sequence(on: "ProgressSequence", element: "Element") { (progress: CellProgress) in progress.elements }
        declare(
            """
            /// Shows a bar while a loop goes through the elements: `for layer in progress(0..<12, title: "Layers") { … }`.
            func progress<T>(_ elements: AnySequence<T>, title: String = "", total: Int? = nil) -> ProgressSequence<T>
            """
        ) { (elements: [CellValue], title: String, total: Int?) in
            CellProgress(elements: progress(elements, title: title, total: total))
        }
        bindProgressBar()
    }

    private func bindProgressBar() {
        type("ProgressBar", ProgressBar.self, doc: "A bar that a program moves by itself.", isReference: true)
        declare(
            "/// Shows a bar: `let bar = ProgressBar(total: 432, title: \"Heads\")`.\ninit(total: Int?, title: String = \"\")",
            on: "ProgressBar"
        ) { (total: Int?, title: String) in ProgressBar(total: total, title: title) }
        declare("/// Moves the bar on: `bar.advance()`.\nfunc advance(by steps: Int = 1)", on: "ProgressBar") {
            (bar: ProgressBar, steps: Int) in bar.advance(by: steps)
        }
        declare("/// Leaves the bar as it stands: `bar.finish()`.\nfunc finish()", on: "ProgressBar") {
            (bar: ProgressBar) in
            bar.finish()
        }
    }
}
