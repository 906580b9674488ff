import TensorCore

/// What each call of `Tools/torch/cases.py` is called here. A new function gets a line here and one there.
enum TorchTable {
    typealias Function = @Sendable (TorchCase, [Tensor]) -> [Tensor]

    static let functions = elementwise.merging(reductions) { $1 }.merging(shapes) { $1 }.merging(others) { $1 }

    private static func unary(_ f: @escaping @Sendable (Tensor) -> Tensor) -> Function { { [f($1[0])] } }
    private static func binary(_ f: @escaping @Sendable (Tensor, Tensor) -> Tensor) -> Function {
        { [f($1[0], $1[1])] }
    }

    private static let elementwise: [String: Function] = [
        "abs": unary { $0.abs() }, "exp": unary { $0.exp() }, "log": unary { $0.log() }, "sqrt": unary { $0.sqrt() },
        "tanh": unary { $0.tanh() }, "sin": unary { $0.sin() }, "cos": unary { $0.cos() },
        "sigmoid": unary { $0.sigmoid() }, "relu": unary { $0.relu() }, "gelu": unary { $0.gelu() },
        "silu": unary { $0.silu() }, "round": unary { $0.round() }, "isNaN": unary { $0.isNaN() },
        "floor": unary { $0.floor() }, "ceil": unary { $0.ceil() }, "trunc": unary { $0.trunc() },
        "sign": unary { $0.sign() }, "square": unary { $0.square() }, "rsqrt": unary { $0.rsqrt() },
        "reciprocal": unary { $0.reciprocal() }, "log2": unary { $0.log2() }, "log10": unary { $0.log10() },
        "log1p": unary { $0.log1p() }, "erf": unary { $0.erf() }, "softplus": unary { $0.softplus() },
        "negative": unary { -$0 },
        "+": binary(+), "-": binary(-), "*": binary(*), "/": binary(/), "%": binary(%),
        "floorDivided": binary { $0.floorDivided(by: $1) }, "maximum": binary { Tensor.maximum($0, $1) },
        "minimum": binary { Tensor.minimum($0, $1) }, "pow": binary { $0.pow($1) }, ".<": binary(.<),
        ".<=": binary(.<=), ".>": binary(.>), ".>=": binary(.>=), ".==": binary(.==), ".!=": binary(.!=),
        ".&": binary(.&), ".|": binary(.|),
        "powInt": { [$1[0].pow($0.int("exponent"))] }, "powDouble": { [$1[0].pow($0.double("exponent"))] },
        "clip": { [$1[0].clip(min: $0.args?["min"]?.number, max: $0.args?["max"]?.number)] },
        "where": { [Tensor.where($1[0], $1[1], $1[2])] },
    ]

    /// Along an axis where one is named, of everything else.
    private static func reduction(
        _ whole: @escaping @Sendable (Tensor) -> Tensor, _ along: @escaping @Sendable (Tensor, Int, Bool) -> Tensor
    ) -> Function {
        { call, tensors in
            let isWhole = call.args?["dim"] == nil
            return [isWhole ? whole(tensors[0]) : along(tensors[0], call.int("dim"), call.flag("keepdim"))]
        }
    }

    private static let reductions: [String: Function] = [
        "sum": reduction({ $0.sum() }, { $0.sum(dim: $1, keepdim: $2) }),
        "mean": reduction({ $0.mean() }, { $0.mean(dim: $1, keepdim: $2) }),
        "norm": reduction({ $0.norm() }, { $0.norm(dim: $1, keepdim: $2) }),
        "max": reduction({ $0.max() }, { $0.max(dim: $1, keepdim: $2) }),
        "min": reduction({ $0.min() }, { $0.min(dim: $1, keepdim: $2) }),
        "argmax": reduction({ $0.argmax() }, { $0.argmax(dim: $1, keepdim: $2) }),
        "argmin": reduction({ $0.argmin() }, { $0.argmin(dim: $1, keepdim: $2) }),
        "any": reduction({ Tensor($0.any()) }, { $0.any(dim: $1, keepdim: $2) }),
        "all": reduction({ Tensor($0.all()) }, { $0.all(dim: $1, keepdim: $2) }),
        "prod": reduction({ $0.prod() }, { $0.prod(dim: $1, keepdim: $2) }),
        "logsumexp": { [$1[0].logsumexp(dim: $0.int("dim"), keepdim: $0.flag("keepdim"))] },
        "var": { call, t in
            let unbiased = call.flag("unbiased", default: true)
            if call.args?["dim"] == nil { return [t[0].var(unbiased: unbiased)] }
            return [t[0].var(dim: call.int("dim"), keepdim: call.flag("keepdim"), unbiased: unbiased)]
        },
        "std": { call, t in
            let unbiased = call.flag("unbiased", default: true)
            if call.args?["dim"] == nil { return [t[0].std(unbiased: unbiased)] }
            return [t[0].std(dim: call.int("dim"), keepdim: call.flag("keepdim"), unbiased: unbiased)]
        },
        "median": { call, t in
            if call.args?["dim"] == nil { return [t[0].median()] }
            return [t[0].median(dim: call.int("dim"), keepdim: call.flag("keepdim")).values]
        },
        "maxWithIndices": { call, t in
            let (values, indices) = t[0].maxWithIndices(dim: call.int("dim"), keepdim: call.flag("keepdim"))
            return [values, indices]
        },
        "minWithIndices": { call, t in
            let (values, indices) = t[0].minWithIndices(dim: call.int("dim"), keepdim: call.flag("keepdim"))
            return [values, indices]
        },
        "sumDims": { [$1[0].sum(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "meanDims": { [$1[0].mean(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "maxDims": { [$1[0].max(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "minDims": { [$1[0].min(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "stdDims": { [$1[0].std(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "varDims": { [$1[0].var(dim: $0.ints("dims"), keepdim: $0.flag("keepdim"))] },
        "quantile": { [$1[0].quantile($0.double("q"))] },
        "quantileDim": { [$1[0].quantile($0.double("q"), dim: $0.int("dim"), keepdim: $0.flag("keepdim"))] },
    ]

    private static let shapes: [String: Function] = [
        "transposed": { [$1[0].transposed($0.ints("dims")[0], $0.ints("dims")[1])] },
        "squeezed": unary { $0.squeezed() }, "squeezedDim": { [$1[0].squeezed(dim: $0.int("dim"))] },
        "unsqueezed": { [$1[0].unsqueezed(dim: $0.int("dim"))] }, "flattened": unary { $0.flattened() },
        "flattenedFrom": { [$1[0].flattened($0.ints("dims")[0], $0.ints("dims")[1])] },
        "permuted": { [$1[0].permuted($0.ints("dims"))] }, "repeated": { [$1[0].repeated($0.ints("dims"))] },
        "expanded": { [$1[0].expanded($0.ints("dims"))] }, "reshaped": { [$1[0].reshaped($0.ints("dims"))] },
        "rolled": { [$1[0].rolled($0.int("shift"), dim: $0.int("dim"))] },
        "unbound": { $1[0].unbound(dim: $0.int("dim")) },
        "split": { $1[0].split($0.int("size"), dim: $0.int("dim")) },
        "diagonal": { call, t in
            let dims = call.ints("dims")
            return [t[0].diagonal(offset: call.int("offset"), dim1: dims[0], dim2: dims[1])]
        },
        "tril": { [$1[0].tril($0.int("k"))] }, "triu": { [$1[0].triu($0.int("k"))] },
        "stack": { [Tensor.stack($1, dim: $0.int("dim"))] }, "cat": { [Tensor.cat($1, dim: $0.int("dim"))] },
        "flipped": { [$1[0].flipped(dim: $0.int("dim"))] },
        "subscript": { [$1[0][indices: ($0.args?["index"]?.list ?? []).map(index)]] },
    ]

    private static func index(_ argument: TorchCase.Argument) -> TensorIndexOperation {
        guard case .object(let parts) = argument else { return .ellipsis }
        if let place = parts["pick"]?.int { return .pick(place) }
        if parts["new"] != nil { return .newAxis }
        if let list = parts["list"]?.list { return list.compactMap(\.int).tensorIndex }
        guard let step = parts["step"]?.int else { return .ellipsis }
        return .slice(start: parts["start"]?.int, end: parts["end"]?.int, step: step)
    }

    private static let others: [String: Function] = [
        "softmax": { [$1[0].softmax(dim: $0.int("dim"))] }, "logSoftmax": { [$1[0].logSoftmax(dim: $0.int("dim"))] },
        "cumsum": { [$1[0].cumsum(dim: $0.int("dim"))] }, "cumprod": { [$1[0].cumprod(dim: $0.int("dim"))] },
        "argsort": { [$1[0].argsort(dim: $0.int("dim"), descending: $0.flag("descending"))] },
        "sort": { call, t in
            let (values, indices) = t[0].sort(dim: call.int("dim"), descending: call.flag("descending"))
            return [values, indices]
        },
        "topk": { call, t in
            let (values, indices) = t[0].topk(call.int("k"), dim: call.int("dim"), largest: call.flag("largest"))
            return [values, indices]
        },
        "indexSelect": { [$1[0].indexSelect(dim: $0.int("dim"), index: $1[1])] },
        "gather": { [$1[0].gather(dim: $0.int("dim"), index: $1[1])] },
        "masked": binary { $0[$1] }, "maskedFilled": binary { $0.maskedFilled($1, -2.5) },
        "nonzero": unary { $0.nonzero() }, "unique": unary { $0.unique() },
        "matmul": binary { $0.matmul($1) }, "dot": binary { $0.dot($1) }, "outer": binary { $0.outer($1) },
        "einsum": { [TensorCore.einsum($0.text("pattern"), $1)] },
        "linspace": { call, _ in
            [Tensor.linspace(call.double("start"), call.double("end"), steps: call.int("steps"))]
        },
        "arange": { call, _ in [Tensor.arange(call.int("start"), call.int("end"), step: call.int("step"))] },
        "eye": { call, _ in [Tensor.eye(call.int("n"))] },
        "full": { call, _ in [Tensor.full(call.ints("dims"), call.double("value"))] },
        "oneHot": { [Tensor.oneHot($1[0], count: $0.int("count"))] },
        "asType": { [$1[0].asType(DType(rawValue: $0.text("dtype")) ?? .float32)] },
        "normalized": { [$1[0].normalized(dim: $0.int("dim"))] },
        "cosineSimilarity": { [$1[0].cosineSimilarity($1[1], dim: $0.int("dim"))] },
    ]
}
