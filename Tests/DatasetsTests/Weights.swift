/// Where the model lies that comes with the project.
enum Weights {
    static let tinyIOI =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/weights/tiny-ioi"
}
