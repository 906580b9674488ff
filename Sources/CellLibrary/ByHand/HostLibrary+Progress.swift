internal import CellHost
internal import CellValues
internal import SwiftLens

/// A cell's elements with a progress bar.
struct CellProgress: HostSequence {
    let elements: ProgressSequence<[CellValue]>
    var cellElements: ProgressSequence<[CellValue]> { elements }
}

extension HostLibrary {
    /// A loop's progress: the elements may be of any type, and so the sequence is generic in a cell too.
    func bindProgressLoops() {
        genericType(
            "ProgressSequence", parameters: ["Element"], CellProgress.self,
            doc: "The elements of another sequence, with a bar that shows how far the loop has come.")
        sequence(on: "ProgressSequence", element: "Element")
        declare(
            """
            /// Shows a bar while a loop goes through the elements: `for layer in progress(0..<12, title: "Layers") { … }`.
            func progress<T>(_ elements: AnySequence<T>, title: String = "", total: Int? = nil) -> ProgressSequence<T>
            """
        ) { (elements: [CellValue], title: String, total: Int?) in
            CellProgress(elements: progress(elements, title: title, total: total))
        }
    }
}
