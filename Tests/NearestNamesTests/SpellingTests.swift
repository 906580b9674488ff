import NearestNames
import Testing

/// What a slip of the keyboard is taken for.
struct SpellingTests {
    @Test("A letter too few, too many, another one, and two that changed places count as one step each")
    func steps() {
        let steps = ["embed": 0, "embd": 1, "embedd": 1, "embet": 1, "embde": 1, "mebde": 2, "": 5]
        for (word, count) in steps {
            #expect(editDistance(Array(word), Array("embed")) == count, "\(word)")
            #expect(editDistance(Array("embed"), Array(word)) == count, "\(word)")
        }
    }

    @Test("The last part of a long name stands for it")
    func lastPart() {
        let names = ["hook_embed", "hook_pos_embed", "blocks.0.attn.hook_q", "blocks.0.attn.hook_z"]
        #expect(Spelling.nearest(to: "z", in: names) == ["blocks.0.attn.hook_z"])
        #expect(Spelling.nearest(to: "hook_embde", in: names).first == "hook_embed")
    }

    @Test("What looks like no name is taken for none")
    func nothing() {
        #expect(Spelling.nearest(to: "xyz", in: ["hook_embed"]) == [])
        #expect(Spelling.nearest(to: "", in: ["hook_embed"]) == [])
        #expect(Spelling.nearest(to: "hook_embed", in: []) == [])
    }
}
