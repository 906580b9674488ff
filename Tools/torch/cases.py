#!/usr/bin/env python3
"""Calls of tensor functions on generated inputs, with PyTorch's answers.

    python cases.py --seed 1 --count 3000 --out build/torch-cases.jsonl

Each line is one call: its name, its tensors, its other arguments, and what PyTorch answers, or that it refuses. Shapes have
axes of length 0 and 1 among them, values NaN, infinities and -0. `Tests/TensorCoreTests/TorchTable.swift` makes the same
calls. `Tests/Goldens/torch/cases.jsonl` is what `--seed 1 --count 1500` gave.
"""

import argparse
import json
import math
import random

import torch

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, -2.5, 100.0, 1e30, -1e30, 1e-30, math.nan, math.inf, -math.inf]
NAMES = {torch.float32: "float32", torch.int64: "int64", torch.bool: "bool"}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.turns = {}

    # MARK: Inputs

    def shape(self, least=0, most=4):
        lengths = [0, 1, 1, 2, 2, 3, 3, 4, 5]
        return [self.random.choice(lengths) for _ in range(self.random.randint(least, most))]

    def tensor(self, shape, kind="tame"):
        """kind: tame floats, wild ones, ints, bools, or any of float, int and bool."""
        if kind == "any":
            kind = self.random.choice(["tame", "wild", "ints", "bools"])
        count = math.prod(shape)
        if kind == "bools":
            return torch.tensor([self.random.random() < 0.5 for _ in range(count)], dtype=torch.bool).reshape(shape)
        if kind == "ints":
            values = [self.random.choice([0, 1, -1, 2, 3, -7, 40, 1000]) for _ in range(count)]
            return torch.tensor(values, dtype=torch.int64).reshape(shape)
        if kind == "wild":
            values = [self.random.choice(SPECIAL) if self.random.random() < 0.6 else self.random.gauss(0, 3) for _ in range(count)]
        else:
            values = [self.random.gauss(0, 2) for _ in range(count)]
            if values and self.random.random() < 0.1:
                values[self.random.randrange(count)] = self.random.choice([math.nan, math.inf, -math.inf])
        return torch.tensor(values, dtype=torch.float32).reshape(shape)

    def partner(self, shape):
        """A shape that broadcasts with another, mostly."""
        if self.random.random() < 0.05:
            return self.shape()
        kept = [n if self.random.random() < 0.7 else 1 for n in shape]
        return kept[self.random.randint(0, len(kept)):] if self.random.random() < 0.4 else kept

    def dim(self, shape):
        """An axis, at times one that there is not."""
        rank = max(1, len(shape))
        return self.random.randint(-rank, rank - 1) if self.random.random() < 0.95 else self.random.choice([rank, -rank - 1, 7])

    def next(self, choices):
        """All of them in turn, so that none is left out."""
        key = str(choices[0])
        self.turns[key] = self.turns.get(key, -1) + 1
        return choices[self.turns[key] % len(choices)]

    def flag(self):
        return self.random.random() < 0.5

    def index(self, shape, length):
        return torch.tensor(
            [self.random.randrange(length) if length else 0 for _ in range(math.prod(shape))], dtype=torch.int64
        ).reshape(shape)


def call(name, inputs, answer, **arguments):
    """One line: the answer is a function, so that what PyTorch refuses is an answer too."""
    inputs = [inputs] if isinstance(inputs, torch.Tensor) else inputs
    line = {"call": name, "in": [packed(t) for t in inputs]}
    if arguments:
        line["args"] = arguments
    try:
        result = answer()
    except (RuntimeError, IndexError, ValueError, TypeError):
        line["refused"] = True
        return line
    if isinstance(result, (bool, float)):
        result = torch.tensor(result)
    line["out"] = [packed(t) for t in (result if isinstance(result, (list, tuple)) else [result])]
    return line


def packed(tensor):
    values = tensor.reshape(-1).tolist()
    if tensor.dtype == torch.float32:
        values = [text_or_number(v) for v in values]
    return {"s": list(tensor.shape), "d": NAMES[tensor.dtype], "v": values}


def text_or_number(value):
    if math.isnan(value) or math.isinf(value):
        return str(value)
    return "-0" if value == 0 and math.copysign(1, value) < 0 else float(f"{value:.9g}")


# MARK: The calls


def elementwise(m):
    name, function, kind = m.next([
        ("abs", torch.abs, "wild"), ("abs", torch.abs, "ints"), ("exp", torch.exp, "any"), ("log", torch.log, "any"),
        ("sqrt", torch.sqrt, "any"), ("tanh", torch.tanh, "any"), ("sin", torch.sin, "tame"), ("cos", torch.cos, "tame"),
        ("sigmoid", torch.sigmoid, "any"), ("relu", torch.relu, "wild"), ("relu", torch.relu, "ints"),
        ("gelu", torch.nn.functional.gelu, "tame"), ("silu", torch.nn.functional.silu, "wild"),
        ("round", torch.round, "wild"), ("round", torch.round, "ints"), ("isNaN", torch.isnan, "any"),
        ("floor", torch.floor, "wild"), ("ceil", torch.ceil, "wild"), ("trunc", torch.trunc, "wild"),
        ("floor", torch.floor, "ints"), ("sign", torch.sign, "wild"), ("sign", torch.sign, "ints"),
        ("square", torch.square, "any"), ("rsqrt", torch.rsqrt, "any"), ("reciprocal", torch.reciprocal, "any"),
        ("log2", torch.log2, "any"), ("log10", torch.log10, "any"), ("log1p", torch.log1p, "any"), ("erf", torch.erf, "any"),
        ("softplus", torch.nn.functional.softplus, "tame"), ("negative", torch.neg, "wild"), ("negative", torch.neg, "ints"),
    ])
    t = m.tensor(m.shape(), kind)
    if name == "gelu":
        t = t.clamp(max=1e6)  # of infinity PyTorch makes no number on a processor, and infinity on a graphics card
    return call(name, t, lambda: function(t))


def binary(m):
    name, function = m.next([
        ("+", torch.add), ("-", torch.sub), ("*", torch.mul), ("/", torch.div), ("%", torch.remainder),
        ("floorDivided", torch.floor_divide),
        ("maximum", torch.maximum), ("minimum", torch.minimum), ("pow", torch.pow), (".<", torch.lt), (".<=", torch.le),
        (".>", torch.gt), (".>=", torch.ge), (".==", torch.eq), (".!=", torch.ne), (".&", torch.logical_and),
        (".|", torch.logical_or),
    ])
    shape = m.shape()
    kinds = ["wild", "tame"] if name in ["pow", "/"] else ["wild", "tame", "ints", "bools"]
    if name in ["-", "%", "floorDivided"]:
        kinds = ["wild", "tame", "ints"]
    a, b = m.tensor(shape, m.random.choice(kinds)), m.tensor(m.partner(shape), m.random.choice(kinds))
    if m.flag():
        a, b = b, a
    if name == "%" and has_endless_quotient(a, b):
        return binary(m)
    return call(name, [a, b], lambda: function(a, b))


def has_endless_quotient(a, b):
    """1e30 % 1e-30 has an exact value, which PyTorch finds for single numbers; in rows of them it subtracts infinity."""
    try:
        quotients = a.double() / b.double()
    except RuntimeError:
        return False
    return bool((quotients.isfinite() & (quotients.abs() > torch.finfo(torch.float32).max)).any())


def remainder(m):
    a = torch.tensor([m.random.choice([1e30, -1e30, 1e7, -7.5, 7.5, 0.0, -0.0, 3.0, -3.0, math.inf, math.nan]) for _ in range(6)])
    b = torch.tensor([m.random.choice([-100.0, 100.0, 3.0, -3.0, 0.1, 1e30, math.inf, -math.inf, 0.0, math.nan]) for _ in range(6)])
    name, function = m.random.choice([("%", torch.remainder), ("floorDivided", torch.floor_divide)])
    return call(name, [a, b], lambda: function(a, b))


def powers(m):
    t = m.tensor(m.shape(), m.random.choice(["wild", "ints"]))
    if m.flag():
        exponent = m.random.choice([0, 1, 2, 3])
        return call("powInt", t, lambda: t.pow(exponent), exponent=exponent)
    exponent = m.random.choice([0.5, -0.5, 2.0, -1.0, 3.0, 0.0])
    return call("powDouble", t, lambda: t.pow(exponent), exponent=exponent)


def clip(m):
    t = m.tensor(m.shape(), m.random.choice(["wild", "ints"]))
    low, high = m.random.choice([None, -1, 0, 0.5]), m.random.choice([None, 1, 2.5, -2])
    if low is None and high is None:
        low = 0
    bounds = {k: v for k, v in [("min", low), ("max", high)] if v is not None}
    return call("clip", t, lambda: torch.clamp(t, **bounds), **bounds)


def where(m):
    shape = m.shape()
    mask = m.tensor(m.partner(shape), "bools")
    a, b = m.tensor(shape, "any"), m.tensor(m.partner(shape), "any")
    return call("where", [mask, a, b], lambda: torch.where(mask, a, b))


def reduction(m):
    name = m.next(["sum", "mean", "var", "std", "norm", "max", "min", "argmax", "argmin", "any", "all",
                            "logsumexp", "prod", "median", "maxWithIndices", "minWithIndices"])
    shape = m.shape()
    kind = "any" if name in ["max", "min", "argmax", "argmin", "any", "all", "maxWithIndices", "minWithIndices"] else "tame"
    kind = m.random.choice(["tame", "ints", "bools"]) if name in ["sum", "prod"] else kind
    if name == "median":
        kind = m.random.choice(["tame", "ints"]) if 0 not in shape else "tame"
    t, dim, keepdim = m.tensor(shape, kind), m.dim(shape), m.flag()
    if name == "logsumexp" or m.random.random() < 0.7:
        functions = {
            "norm": lambda: torch.linalg.vector_norm(t, dim=dim, keepdim=keepdim),
            "max": lambda: t.max(dim, keepdim=keepdim).values, "min": lambda: t.min(dim, keepdim=keepdim).values,
            "maxWithIndices": lambda: list(t.max(dim, keepdim=keepdim)),
            "minWithIndices": lambda: list(t.min(dim, keepdim=keepdim)),
            "median": lambda: t.median(dim, keepdim=keepdim).values,
        }
        own = functions.get(name, lambda: getattr(t, name)(dim=dim, keepdim=keepdim))
        if name in ["var", "std"] and m.flag():
            return call(name, t, lambda: getattr(t, name)(dim=dim, keepdim=keepdim, unbiased=False), dim=dim,
                        keepdim=keepdim, unbiased=False)
        return call(name, t, own, dim=dim, keepdim=keepdim)
    if name in ["maxWithIndices", "minWithIndices"]:
        name = name[:3]
    functions = {"norm": lambda: torch.linalg.vector_norm(t)}
    return call(name, t, functions.get(name, lambda: getattr(t, name)()))


def several(m):
    name = m.random.choice(["sum", "mean", "max", "min", "std", "var"])
    shape = m.shape(2)
    dims = m.random.sample(range(len(shape)), m.random.randint(0, 2))
    if m.flag():
        dims = [d - len(shape) for d in dims]
    t, keepdim = m.tensor(shape, "tame"), m.flag()
    own = {"max": torch.amax, "min": torch.amin}.get(name, getattr(torch, name))
    return call(name + "Dims", t, lambda: own(t, dim=dims, keepdim=keepdim), dims=dims, keepdim=keepdim)


def along(m):
    shape = m.shape()
    name = m.next(["softmax", "logSoftmax", "cumsum", "cumprod", "flipped", "argsort", "sort"])
    t, dim = m.tensor(shape, "ints" if name == "cumsum" and m.flag() else "tame"), m.dim(shape)
    descending = m.flag()
    if name in ["softmax", "logSoftmax"]:
        # A row of nothing but -inf is left out: there the answers differ on purpose.
        t = torch.where(torch.isinf(t) & (t < 0), torch.zeros_like(t), t)
    own = {
        "softmax": lambda: t.softmax(dim), "logSoftmax": lambda: t.log_softmax(dim), "cumsum": lambda: t.cumsum(dim),
        "cumprod": lambda: t.cumprod(dim),
        "flipped": lambda: t.flip(dim), "argsort": lambda: torch.argsort(t, dim=dim, descending=descending, stable=True),
        "sort": lambda: list(torch.sort(t, dim=dim, descending=descending, stable=True)),
    }[name]
    arguments = {"descending": descending} if name in ["argsort", "sort"] else {}
    return call(name, t, own, dim=dim, **arguments)


def topk(m):
    shape = m.shape(0, 3)
    dim, largest = m.dim(shape), m.flag()
    count = math.prod(shape)
    # No two are equal: PyTorch does not promise which of them comes first.
    numbers = m.random.sample(range(-50, 50) if count <= 100 else range(-count, count), count)
    t = torch.tensor(numbers, dtype=torch.float32).reshape(shape)
    k = m.random.randint(0 if shape else 1, 4)
    return call("topk", t, lambda: list(torch.topk(t, k, dim=dim, largest=largest)), k=k, dim=dim, largest=largest)


def shapes(m):
    shape = m.shape()
    t = m.tensor(shape, "any")
    a, b = m.dim(shape), m.dim(shape)
    name = m.next(["transposed", "squeezed", "squeezedDim", "unsqueezed", "flattened", "flattenedFrom", "permuted",
                            "repeated", "expanded", "reshaped", "rolled", "unbound", "split", "diagonal", "tril", "triu"])
    if name == "transposed":
        return call(name, t, lambda: t.transpose(a, b), dims=[a, b])
    if name == "squeezed":
        return call(name, t, lambda: t.squeeze())
    if name == "squeezedDim":
        return call(name, t, lambda: t.squeeze(a), dim=a)
    if name == "unsqueezed":
        return call(name, t, lambda: t.unsqueeze(a), dim=a)
    if name == "flattened":
        return call(name, t, lambda: t.reshape(-1))
    if name == "flattenedFrom":
        return call(name, t, lambda: t.flatten(a, b), dims=[a, b])
    if name == "permuted":
        axes = m.random.sample(range(len(shape)), len(shape))
        if m.flag():
            axes = [x - len(shape) for x in axes]
        return call(name, t, lambda: t.permute(axes), dims=axes)
    if name == "repeated":
        counts = [m.random.randint(0, 3) for _ in range(len(shape) + m.random.randint(0, 1))]
        return call(name, t, lambda: t.repeat(counts), dims=counts)
    if name == "expanded":
        target = [m.random.randint(0, 3)] * m.random.randint(0, 1) + [
            m.random.choice([-1, n]) if n != 1 else m.random.choice([1, 3, -1, 0]) for n in shape]
        return call(name, t, lambda: t.expand(target), dims=target)
    if name == "reshaped":
        count = math.prod(shape)
        target = m.random.choice([[-1], [1, -1], [count], [count, 1], [2, -1], list(reversed(shape)), [0, -1], [3, 2]])
        return call(name, t, lambda: t.reshape(target), dims=target)
    if name == "rolled":
        shift = m.random.randint(-7, 7)
        # PyTorch looks at no axis of a tensor without elements.
        dim = a if t.numel() else 0
        return call(name, t, lambda: t.roll(shift, dim), shift=shift, dim=dim)
    if name == "unbound":
        return call(name, t, lambda: list(t.unbind(a)), dim=a)
    if name == "split":
        size = m.random.randint(0, 4)
        return call(name, t, lambda: list(t.split(size, a)), size=size, dim=a)
    if name == "diagonal":
        offset = m.random.randint(-4, 4)
        return call(name, t, lambda: t.diagonal(offset, a, b), offset=offset, dims=[a, b])
    k = m.random.randint(-3, 3)
    return call(name, t, lambda: getattr(t, name)(k), k=k)


def joining(m):
    shape = m.shape(0, 3)
    if m.flag():
        dim = m.random.randint(-len(shape) - 1, len(shape))
        ts = [m.tensor(shape, "tame") for _ in range(m.random.randint(1, 3))]
        return call("stack", ts, lambda: torch.stack(ts, dim), dim=dim)
    dim = m.dim(shape)
    ts = []
    for _ in range(m.random.randint(1, 3)):
        own = list(shape)
        if -len(own) <= dim < len(own):
            own[dim] = m.random.randint(0, 3)
        ts.append(m.tensor(own, m.random.choice(["tame", "tame", "ints"])))
    if all(t.shape == (0,) for t in ts):
        # PyTorch lets such a tensor pass beside any others, and looks at no axis when it is among its like.
        dim = 0
    return call("cat", ts, lambda: torch.cat(ts, dim), dim=dim)


def selecting(m):
    shape = m.shape(0, 3)
    dim = m.dim(shape)
    t = m.tensor(shape, "any")
    at = dim if -len(shape) <= dim < len(shape) else 0
    length = shape[at] if shape else 1
    if m.flag():
        index = m.index([m.random.randint(0, 4)], length)
        return call("indexSelect", [t, index], lambda: t.index_select(dim, index), dim=dim)
    own = [m.random.randint(0, n) for n in shape]
    if shape:
        own[at] = m.random.randint(0, 4)
    index = m.index(own, length)
    return call("gather", [t, index], lambda: t.gather(dim, index), dim=dim)


def subscripts(m):
    """t[…] with numbers, slices, lists and masks, in a form of our own: see TorchTable.swift."""
    shape = m.shape(1, 4)
    t = m.tensor(shape, "any")
    python, ours = [], []
    hasEllipsis = False
    for length in shape[: m.random.randint(1, len(shape))]:
        kind = m.random.choice(["pick", "slice", "slice", "new", "list", "ellipsis", "step"])
        if kind == "pick":
            i = m.random.randint(-length - 1, length)
            python.append(i), ours.append({"pick": i})
        elif kind == "slice":
            start, end = m.random.choice([None, m.random.randint(-6, 6)]), m.random.choice([None, m.random.randint(-6, 6)])
            python.append(slice(start, end)), ours.append({"start": start or 0, "end": end, "step": 1})
        elif kind == "step":
            step = m.random.randint(1, 3)
            python.append(slice(None, None, step)), ours.append({"start": 0, "end": None, "step": step})
        elif kind == "new":
            python.append(None), ours.append({"new": True})
        elif kind == "list":
            places = [m.random.randrange(-length, length) if length else 0 for _ in range(2)]
            python.append(places), ours.append({"list": places})
        elif not hasEllipsis:
            hasEllipsis = True
            python.append(...), ours.append({"ellipsis": True})
    if any("list" in part for part in ours) and picks_nothing(t, tuple(python)):
        return subscripts(m)
    return call("subscript", t, lambda: t[tuple(python)], index=ours)


def picks_nothing(t, index):
    """Where there is nothing to pick, PyTorch does not look at the positions of a list."""
    try:
        return t[index].numel() == 0
    except (IndexError, RuntimeError):
        return False


def masks(m):
    shape = m.shape()
    t = m.tensor(shape, "tame")
    mask = m.tensor(shape if m.flag() else shape[:1], "bools")
    name = m.next(["masked", "maskedFilled", "nonzero", "unique"])
    if name == "masked":
        return call(name, [t, mask], lambda: t[mask])
    if name == "maskedFilled":
        mask = m.tensor(m.partner(shape), "bools")
        return call(name, [t, mask], lambda: t.masked_fill(mask, -2.5))
    if name == "nonzero":
        t = m.tensor(shape, "any")
        return call(name, t, lambda: t.nonzero())
    t = m.tensor(shape, m.random.choice(["ints", "bools"]))
    return call(name, t, lambda: torch.unique(t))


def products(m):
    a, b, c = (m.random.choice([0, 1, 2, 3, 4]) for _ in range(3))
    batch = m.shape(0, 2)
    left = m.tensor(batch * m.random.randint(0, 1) + [a, b])
    right = m.tensor((m.partner(batch) if m.flag() else []) + [b, c])
    name = m.random.choice(["matmul", "matmul", "vector", "dot", "outer"])
    if name == "vector":
        left, right = m.random.choice([(m.tensor([b]), right), (left, m.tensor([b])), (m.tensor([b]), m.tensor([b]))])
        name = "matmul"
    if name == "dot":
        left, right = m.tensor([a]), m.tensor([m.random.choice([a, b])])
        return call(name, [left, right], lambda: left.dot(right))
    if name == "outer":
        left, right = m.tensor([a]), m.tensor([b])
        return call(name, [left, right], lambda: torch.outer(left, right))
    return call(name, [left, right], lambda: left.matmul(right))


def einsums(m):
    pattern = m.random.choice(["ab,bc->ac", "ab,bc->", "ab,ab->a", "aab->b", "ab->ba", "a,b->ab", "ab,bc,cd->ad", "...a,ab->...b",
                               "abc,abd->acd", "ab,ab->ab", "aa->a", "aa", "ab,b"])
    lengths = {name: m.random.choice([0, 1, 2, 3]) for name in "abcd"}
    ts = []
    for term in pattern.split("->")[0].split(","):
        leading = m.shape(0, 2) if "..." in term else []
        ts.append(m.tensor(leading + [lengths[n] for n in term.replace("...", "")]))
    return call("einsum", ts, lambda: torch.einsum(pattern, *ts), pattern=pattern)


def creation(m):
    name = m.next(["linspace", "arange", "eye", "full", "oneHot", "asType"])
    if name == "linspace":
        start, end, steps = m.random.choice([0, -1.5, 3]), m.random.choice([1, 10, -2.5]), m.random.choice([0, 1, 2, 5, 11, -1])
        return call(name, [], lambda: torch.linspace(start, end, steps), start=start, end=end, steps=steps)
    if name == "arange":
        start, end, step = m.random.randint(-5, 5), m.random.randint(-5, 9), m.random.choice([1, 2, 3, -1, -2])
        return call(name, [], lambda: torch.arange(start, end, step), start=start, end=end, step=step)
    if name == "eye":
        n = m.random.randint(-1, 4)
        return call(name, [], lambda: torch.eye(n), n=n)
    if name == "full":
        shape, value = m.shape(), m.random.choice([0.5, -3.0, 2.0])
        return call(name, [], lambda: torch.full(shape, value), dims=shape, value=value)
    if name == "oneHot":
        ids = m.index(m.shape(), 4)
        return call(name, ids, lambda: torch.nn.functional.one_hot(ids, 4), count=4)
    t = m.tensor(m.shape(), m.random.choice(["tame", "ints", "bools"]))
    t = torch.where(torch.isfinite(t), t, torch.zeros_like(t)) if t.dtype == torch.float32 else t
    target = m.random.choice(list(NAMES))
    return call(name, t, lambda: t.to(target), dtype=NAMES[target])


def statistics(m):
    shape = m.shape(1, 3)
    t, dim, keepdim = m.tensor(shape), m.dim(shape), m.flag()
    if m.flag():
        q = m.random.choice([0.0, 0.25, 0.5, 0.9, 1.0, 1.5])
        if m.flag():
            return call("quantile", t, lambda: t.quantile(q), q=q)
        return call("quantileDim", t, lambda: t.quantile(q, dim=dim, keepdim=keepdim), q=q, dim=dim, keepdim=keepdim)
    if m.flag():
        return call("normalized", t, lambda: torch.nn.functional.normalize(t, dim=dim), dim=dim)
    other = m.tensor(shape)
    return call("cosineSimilarity", [t, other], lambda: torch.nn.functional.cosine_similarity(t, other, dim=dim), dim=dim)


KINDS = [elementwise, binary, binary, remainder, powers, clip, where, reduction, reduction, several, along, topk, shapes,
         shapes, joining, selecting, subscripts, subscripts, masks, products, einsums, creation, statistics]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=3000)
    options.add_argument("--out", required=True)
    options = options.parse_args()
    maker = Maker(options.seed)
    with open(options.out, "w") as file:
        for number in range(options.count):
            line = KINDS[number % len(KINDS)](maker)
            file.write(json.dumps(line, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
