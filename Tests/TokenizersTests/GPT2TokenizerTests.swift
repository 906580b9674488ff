import Foundation
import Testing
import Tokenizers

/// The tokenizer against what GPT-2's own tokenizer answers, with GPT-2's vocabulary where it is on disk.
struct GPT2TokenizerTests {
    @Test(
        "Every text of the goldens encodes to GPT-2's ids", .enabled(if: GPT2Vocabulary.isPresent, GPT2Vocabulary.hint))
    func encodings() throws {
        let tokenizer = try GPT2Vocabulary.tokenizer()
        for text in try GPT2Goldens.load().texts {
            let ids = try tokenizer.encode(text.text)
            #expect(ids == text.ids_no_bos, "\(text.text.debugDescription)")
            #expect(try ids.map { try tokenizer.decode([$0]) } == text.str_tokens_no_bos)
            #expect(try tokenizer.decode(ids) == text.roundtrip_to_string)
        }
    }

    @Test("The notebook's prompts are GPT-2's ids", .enabled(if: GPT2Vocabulary.isPresent, GPT2Vocabulary.hint))
    func notebookPrompts() throws {
        let tokenizer = try GPT2Vocabulary.tokenizer()
        let notebook = try GPT2Goldens.load().notebook
        #expect(tokenizer.bosTokenID == 50256)
        for (prompt, ids) in zip(notebook.prompts, notebook.tokens) {
            #expect(try [50256] + tokenizer.encode(prompt) == ids)
        }
        for (answers, ids) in zip(notebook.answers, notebook.answer_tokens) {
            #expect(try answers.flatMap(tokenizer.encode) == ids)
        }
    }

    @Test(
        "Random ids decode and encode again as GPT-2 does", .enabled(if: GPT2Vocabulary.isPresent, GPT2Vocabulary.hint))
    func retokenised() throws {
        let tokenizer = try GPT2Vocabulary.tokenizer()
        let repeated = try GPT2Goldens.load().repeated
        for (row, ids) in repeated.tokens.enumerated() {
            let text = try tokenizer.decode(ids)
            #expect(text == repeated.strings[row])
            #expect(try [50256] + tokenizer.encode(text) == repeated.retokenised_bos[row])
        }
    }
}
