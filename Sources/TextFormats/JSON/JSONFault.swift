/// What is wrong with JSON, without the file's name.
package struct JSONFault: Error {
    package let problem: String
    /// The byte at which it was found, where that is known.
    package let offset: Int?
    /// What whoever goes through the values threw, for a reason of their own; reading ended there.
    package let cause: (any Error)?

    package init(_ problem: String, offset: Int? = nil) {
        (self.problem, self.offset, cause) = (problem, offset, nil)
    }

    /// Ends reading for a reason that is not about JSON.
    package init(cause: any Error) { (problem, offset, self.cause) = ("\(cause)", nil, cause) }
}
