/// What is wrong with JSON, without the file's name.
package struct JSONFault: Error {
    package let problem: String

    package init(_ problem: String) { self.problem = problem }
}
