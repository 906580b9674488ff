import RandomModel

// `PeerRows checkpoint FOLDER` makes the checkpoint. `PeerRows rows FOLDER INPUTS` loads it, then answers each line of
// standard input, which names a row, with a line of JSON.
switch CommandLine.arguments.dropFirst() {
case let words where words.first == "checkpoint" && words.count == 2:
    print(try RandomCheckpoint(folder: CommandLine.arguments[2]).folder)
case let words where words.first == "rows" && words.count == 3:
    let rows = try Rows(folder: CommandLine.arguments[2], inputs: Inputs(file: CommandLine.arguments[3]))
    try Answer(row: "ready") { [] }.write()
    while let row = readLine() {
        if row != "load" { try rows.prepare() }
        try Answer(row: row) { try rows.run(row) }.write()
    }
default:
    print("PeerRows checkpoint FOLDER | PeerRows rows FOLDER INPUTS")
}
