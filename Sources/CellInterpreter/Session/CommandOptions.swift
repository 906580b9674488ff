internal import CellSyntax

/// The options before a command's argument, as IPython writes them: `%timeit -n 100 -r 3 model(tokens)`.
struct CommandOptions {
    private(set) var values: [Character: Int] = [:]
    /// How many bytes of the argument they take.
    private(set) var length = 0

    /// - Parameter names: the letters that the command knows. What else begins with `-` is Swift.
    init(_ argument: String, names: [Character]) {
        var rest = argument[...]
        while rest.first == "-", let name = rest.dropFirst().first, names.contains(name) {
            let digits = rest.dropFirst(2).drop { $0 == " " }
            let number = digits.prefix { $0.isASCII && $0.isNumber }
            let after = digits.dropFirst(number.count)
            guard let value = Int(number), let end = after.first, end.isWhitespace else { break }
            values[name] = value
            rest = after.drop { $0.isWhitespace }
            length = argument.utf8.count - rest.utf8.count
        }
    }
}
