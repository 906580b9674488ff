/// What is wrong with JSON, without the file's name.
package struct JSONFault: Error {
    package let problem: String
    /// The byte at which it was found, where that is known.
    package let offset: Int?

    package init(_ problem: String, offset: Int? = nil) {
        self.problem = problem
        self.offset = offset
    }
}
