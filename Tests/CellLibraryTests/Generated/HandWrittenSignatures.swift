// swift-format-ignore-file
// Written by `make bindings` from the declarations of Sources/CellLibrary/ByHand.
import SwiftLens

/// Each hand-written declaration, used as it says that it can be. That it compiles is the test.
enum HandWrittenSignatures {
    // func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) throws -> Result
    static func check1<Result>(_ subject: HookedTransformer, _ hooks: [Hook], _ body: @escaping () throws -> Result) throws {
        _ = try subject.withHooks(hooks, body)
    }

    // func progress<T>(_ elements: AnySequence<T>, title: String = "", total: Int? = nil) -> ProgressSequence<T>
    static func check2<T>(_ elements: AnySequence<T>, _ title: String, _ total: Int?) throws {
        let _: String = ""
        let _: Int? = nil
        _ = progress(elements, title: title, total: total)
        _ = progress(elements)
    }

    // subscript(_ indices: any TensorIndex...) -> Tensor { get set }
    static func check3(_ subject: inout Tensor, _ indices: any TensorIndex, _ value: Tensor) throws {
        let _: Tensor = subject[indices]
        subject[indices] = value
    }

    // subscript(_ all: UnboundedRange, _ indices: any TensorIndex...) -> Tensor { get set }
    static func check4(_ subject: inout Tensor, _ all: UnboundedRange, _ indices: any TensorIndex, _ value: Tensor) throws {
        let _: Tensor = subject[all, indices]
        subject[all, indices] = value
    }

    // subscript(_ indices: any TensorIndex...) -> FactoredMatrix
    static func check5(_ subject: FactoredMatrix, _ indices: any TensorIndex) throws {
        let _: FactoredMatrix = subject[indices]
    }

    // subscript(_ indices: any TensorIndex...) -> any TensorScalar { set }
    static func check6(_ subject: inout Tensor, _ indices: any TensorIndex, _ value: any TensorScalar) throws {
        subject[indices] = value
    }

    // subscript(_ all: UnboundedRange, _ indices: any TensorIndex...) -> any TensorScalar { set }
    static func check7(_ subject: inout Tensor, _ all: UnboundedRange, _ indices: any TensorIndex, _ value: any TensorScalar) throws {
        subject[all, indices] = value
    }

    // func reduce(_ initialResult: any TensorScalar, _ nextPartialResult: (Tensor, Tensor) throws -> Tensor) rethrows -> Tensor
    static func check8(_ subject: some Sequence<Tensor>, _ initialResult: any TensorScalar, _ nextPartialResult: @escaping (Tensor, Tensor) throws -> Tensor) throws {
        let _: Tensor = try subject.reduce(initialResult, nextPartialResult)
    }

    // var tokenizer: TextTokenizer?
    static func check9(_ subject: HookedTransformer) throws {
        let _: (any TextTokenizer)? = subject.tokenizer
    }

    // var vocabularySize: Int
    static func check10(_ subject: any TextTokenizer) throws {
        let _: Int = subject.vocabularySize
    }

    // var bosTokenID: Int?
    static func check11(_ subject: any TextTokenizer) throws {
        let _: Int? = subject.bosTokenID
    }

    // var eosTokenID: Int?
    static func check12(_ subject: any TextTokenizer) throws {
        let _: Int? = subject.eosTokenID
    }

    // var padTokenID: Int?
    static func check13(_ subject: any TextTokenizer) throws {
        let _: Int? = subject.padTokenID
    }

    // func encode(_ text: String) throws -> [Int]
    static func check14(_ subject: any TextTokenizer, _ text: String) throws {
        let _: [Int] = try subject.encode(text)
    }

    // func decode(_ ids: [Int]) throws -> String
    static func check15(_ subject: any TextTokenizer, _ ids: [Int]) throws {
        let _: String = try subject.decode(ids)
    }
}
