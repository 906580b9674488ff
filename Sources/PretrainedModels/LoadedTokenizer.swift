public import HookedTransformers
public import Tokenizers

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a checkpoint has for a tokenizer.
enum LoadedTokenizer: Sendable {
    case found(BytePairTokenizer)
    /// Why texts can't be run.
    case missing(String)

    /// - Throws: ``TokenizerError`` for files that are damaged.
    init(_ path: String, _ config: CheckpointConfig) throws {
        do {
            self = try config.gguf.map { try Self.inGGUF($0) } ?? Self.inFolder(path)
        } catch let error as TokenizerError {
            // A model whose tokenizer is of another kind still runs on ids.
            guard case .unsupported = error else { throw error }
            self = .missing(error.description)
        }
    }

    /// Whether its files say that texts begin with a BOS.
    var addsBOS: Bool { if case .found(let tokenizer) = self { tokenizer.addsBOS } else { false } }

    private static func inFolder(_ folder: String) throws -> LoadedTokenizer {
        let directory = URL(fileURLWithPath: folder)
        if let missing = BytePairTokenizer.missingFile(in: directory) { return .missing("\(folder) has no \(missing)") }
        return .found(try BytePairTokenizer(directory: directory))
    }

    private static func inGGUF(_ checkpoint: GGUFCheckpoint) throws -> LoadedTokenizer {
        guard let tables = try checkpoint.tokenTables() else { return .missing("\(checkpoint.path) has no tokenizer") }
        return .found(try BytePairTokenizer(tables))
    }
}

extension BytePairTokenizer: TextTokenizer {}
