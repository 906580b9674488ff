import JupyterProtocol
import TestSupport

/// Makes messages that are wrong in ever other ways, the same ones in every run.
///
/// Some are noise, some have a right signature and a broken inside: only those get past the gate. None of them asks for
/// a stop or a shutdown, or runs a cell that does not end.
struct FrameMaker {
    private var random: RepeatableRandomGenerator
    private let signature: MessageSignature

    init(seed: UInt64, signature: MessageSignature) {
        random = RepeatableRandomGenerator(seed: seed)
        self.signature = signature
    }

    mutating func frames(_ round: Int) -> [[UInt8]] {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return noise()
        case 1: return damaged(message(round, changing: false).all)
        default: return message(round, changing: true).all
        }
    }

    /// A signed message; when `changing`, with a mutated part under a right signature.
    private mutating func message(_ round: Int, changing: Bool) -> WireFrames {
        let type = Self.types.randomElement(using: &random) ?? "execute_request"
        var parts = [
            Array(
                #"{"msg_id": "\#(round)", "msg_type": "\#(type)", "session": "s", "version": "5.4"}"#.utf8),
            Array("{}".utf8), Array("{}".utf8),
            Array((Self.contents.randomElement(using: &random) ?? "{}").utf8),
        ]
        if changing { parts[[0, 3, 3, 3].randomElement(using: &random) ?? 3].withMutation(&random) }
        return WireFrames(
            identities: [[7]], header: parts[0], parentHeader: parts[1], metadata: parts[2],
            content: parts[3],
            signedBy: signature)
    }

    private mutating func noise() -> [[UInt8]] {
        (0..<Int.random(in: 0..<9, using: &random)).map { _ in
            Bool.random(using: &random) ? WireFrames.delimiter : .noise(upTo: 64, &random)
        }
    }

    /// The message with a frame lost, doubled or changed.
    private mutating func damaged(_ frames: [[UInt8]]) -> [[UInt8]] {
        var frames = frames
        let place = frames.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: frames.remove(at: place)
        case 1: frames.insert(frames[place], at: place)
        default: frames[place].withMutation(&random)
        }
        return frames
    }

    private static let types = [
        "execute_request", "complete_request", "inspect_request", "is_complete_request",
        "history_request",
        "kernel_info_request", "comm_info_request", "comm_open", "comm_msg", "comm_close",
        "input_reply",
        "connect_request", "no_request", "",
    ]

    private static let contents = [
        "{}", "[]", "null", "7", #""text""#, #"{"code": "value 1"}"#,
        #"{"code": "print 𝐚", "silent": true}"#,
        #"{"code": "value 1", "user_expressions": {"a": "value 2"}, "stop_on_error": false}"#,
        #"{"code": "prin", "cursor_pos": 3, "detail_level": 1}"#,
        #"{"code": "a", "cursor_pos": -9223372036854775808}"#,
        #"{"hist_access_type": "search", "pattern": "*?*", "n": 5, "unique": true, "output": true}"#,
        #"{"hist_access_type": "range", "session": -3, "start": -1, "stop": 9223372036854775807}"#,
        #"{"comm_id": "c", "target_name": "t", "data": {"deep": [[[[1]]]]}}"#, #"{"value": "line"}"#,
        String(repeating: #"{"a": ["#, count: 300), #"{"code": 1e400}"#, #"{"code": "\ud800"}"#,
    ]
}

extension [UInt8] {
    fileprivate static func noise(upTo count: Int, _ random: inout RepeatableRandomGenerator)
        -> [UInt8]
    {
        (0..<Int.random(in: 0..<count, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
    }

    /// Changes, removes or inserts a few bytes.
    fileprivate mutating func withMutation(_ random: inout RepeatableRandomGenerator) {
        for _ in 0..<Int.random(in: 1..<5, using: &random) {
            guard let place = indices.randomElement(using: &random) else { return }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: self[place] = UInt8.random(in: 0...255, using: &random)
            case 1: remove(at: place)
            case 2: insert(Array(#"{}[]",:\0-e"#.utf8).randomElement(using: &random) ?? 0, at: place)
            default: removeSubrange(place...)
            }
        }
    }
}
