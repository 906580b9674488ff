internal import FileSafety
internal import TextFormats
internal import Notebooks

/// A notebook's parameters as the command line gives them, with papermill's options.
enum ParameterArguments {
    /// The arguments with `-p NAME VALUE` as one word, `--parameters=NAME=VALUE`: the parser knows options of one value.
    static func joined(_ arguments: [String]) -> [String] {
        guard arguments.first == "run" else { return arguments }
        let long = ["-p": "--parameters", "--parameters": "--parameters", "-r": "--parameters-raw"]
            .merging(["--parameters-raw": "--parameters-raw"]) { first, _ in first }
        var (result, rest) = ([String](), arguments[...])
        while let argument = rest.popFirst(), argument != "--" {
            if let option = long[argument], rest.count >= 2, let name = rest.popFirst(), let value = rest.popFirst() {
                result.append("\(option)=\(name)=\(value)")
            } else {
                result.append(long[argument] ?? argument)
            }
        }
        return result + (arguments.count > result.count && arguments.contains("--") ? ["--"] + rest : [])
    }

    /// The values of all options; of a name that is given twice the last one counts, and words count more than files.
    /// - Throws: ``CommandError``.
    static func values(
        words: [String], raw: [String], files: [String]
    ) throws -> [(name: String, value: ParameterValue)] {
        var values = try files.flatMap(members)
        values += try words.map { try pair($0) { .word($0) } }
        values += try raw.map { try pair($0) { .text($0) } }
        var names: [String] = []
        let last = Dictionary(values.map { ($0.name, $0.value) }) { _, last in last }
        for (name, _) in values where !names.contains(name) { names.append(name) }
        return names.compactMap { name in last[name].map { (name, $0) } }
    }

    private static func pair(
        _ text: String, _ value: (String) -> ParameterValue
    ) throws -> (name: String, value: ParameterValue) {
        guard let sign = text.firstIndex(of: "=") else {
            throw CommandError("-p wants a name and a value, as in -p layer 5")
        }
        return (String(text[..<sign]), value(String(text[text.index(after: sign)...])))
    }

    private static func members(of path: String) throws -> [(name: String, value: ParameterValue)] {
        do {
            guard let object = try JSONNode(SmallFile.bytes(path, limit: 1 << 24)).object else {
                throw CommandError("\(path) holds no JSON object of parameters")
            }
            return object.members.map { ($0.name, .json($0.value)) }
        } catch let error as JSONFault {
            throw CommandError("\(path) is no JSON: \(error.problem)")
        } catch let error as FileError {
            throw CommandError("cannot read \(error)")
        }
    }
}
