/// What is wrong with a notebook, and where in it.
package struct NotebookError: Error, Equatable, CustomStringConvertible {
    /// The place as a path into the file, such as `cells[3].outputs[0].text`; empty for the file as a whole.
    package let place: String
    package let problem: String

    package init(_ problem: String, at place: String = "") {
        self.place = place
        self.problem = problem
    }

    package var description: String { place.isEmpty ? problem : "\(place) \(problem)" }
}
