import SwiftLens

extension Programs {
    static func makingTensors() throws {
        print(Tensor([[1, 2], [3, 4]]))
        print(Tensor([1.5, -2]), Tensor([[[true, false]]]).shape, Tensor(3), Tensor(0.5), Tensor(true))
        print(Tensor([1, 2, 3, 4], shape: [2, 2]), Tensor().shape)
        print(Tensor.zeros([2, 3]), Tensor.ones([2], dtype: .int64), Tensor.full([2], 0.25))
        print(Tensor.zerosLike(Tensor.arange(3)), Tensor.onesLike(Tensor([1.0, 2.0])))
        print(Tensor.arange(5), Tensor.arange(2, 10, step: 3), Tensor.linspace(0, 1, steps: 5), Tensor.eye(2))
        let a = Tensor.arange(3)
        print(Tensor.stack([a, a], dim: 1), Tensor.cat([a, a + 1]))
        print(a.dtype, a.shape, a.count, a.ndim, a.byteCount, DType.int64.byteCount, Device.current)
        let numbers: [Float] = Tensor([0.5, 1.5]).toArray()
        let ids: [Int] = a.toIntArray()
        print(numbers, ids, Tensor(2.5).item() + 1, a.asType(.float32).dtype)
        let x = Tensor(3)
        let y = Tensor(0.5)
        print(x.dtype, y.dtype, x == 3, Tensor([1.0, 2.0]).allClose(Tensor([1.0, 2.0000001])))
    }

    static func indexingTensors() throws {
        var t = Tensor.arange(24).reshaped([2, 3, 4])
        print(t[0, 1], t[0..., -1, 0...], t[1, 0..<2, 1...2], t[..<1, 1..., ...0].shape)
        print(t[..., 0], t[.ellipsis, -1], t[0, .newAxis].shape, t[0, 0, .stride(from: 0, to: 4, by: 2)])
        print(t[0, [2, 0]], t[1, 2, Tensor([3, 3, 0])], t[t .> 20])
        t[0, 0, 0] = 100
        t[1, 0...] = Tensor([[1, 2, 3, 4]])
        t[..., -1] = 0
        t[0, 1] += 1
        print(t)
        let copy = t
        t[0] = 7
        print(copy[0, 0], t[0, 0])
        func zero(_ z: inout Tensor, at place: Int) { z[0..., place] = 0 }
        zero(&t, at: 2)
        print(t[1])
        var maps = [Tensor.zeros([2, 2]), Tensor.zeros([2, 2])]
        maps[1][0, 1] = Tensor(0.5)
        print(maps[0][0, 1].item(), maps[1][0, 1].item())
        for row in 0..<2 { print(t[row, 0].sum().item()) }
    }

    static func computingWithTensors() throws {
        var x = Tensor([[1.0, -2.0, 3.0], [0.5, 0.25, -1.0]])
        let n = 2
        let d = 0.5
        let f: Float = 4
        print(x + x, x * 2 - 1, 1 / (x + 10), -x, x * n, d * x, x / f, Tensor([7, 8]) % Tensor([4, 5]))
        x += 1
        x -= d
        x *= n
        x /= f
        x *= Tensor([1.0, 2.0, 3.0])
        print(x)
        print(x .> 0, x .<= 1, (x .> 0) .& (x .< 1), .!(x .== 0), (x .> 100).any(), (x .!= 100).all())
        print(x.abs().sqrt(), x.exp().log(), x.tanh(), x.sigmoid(), x.relu(), x.gelu(), x.silu(), x.sin(), x.cos())
        print(x.pow(2), x.abs().pow(0.5), Tensor([2, 3]).pow(Tensor([3, 2])), x.clip(min: 0), x.clip(min: -1, max: 1))
        print(x.softmax(dim: -1), x.logSoftmax(dim: 0), x.round(), x.isNaN().any())
        print(x.sum(), x.mean(), x.max(), x.min(), x.argmax(), x.argmin(), x.std(), x.var(unbiased: false), x.norm())
        print(x.sum(dim: 0), x.mean(dim: 1, keepdim: true), x.max(dim: -1), x.argmax(dim: -1), x.sum(dim: [0, 1]))
        print(x.std(dim: 0, unbiased: false), x.var(dim: 1, keepdim: true), x.norm(dim: 1), x.cumsum(dim: 1))
        let (values, indices) = x.topk(2)
        let sorted = x.sort(descending: true)
        print(values, indices, sorted.values[0], sorted.indices[0], x.argsort(dim: 0), x.topk(1, largest: false).values)
        print(Tensor.maximum(x, 0), Tensor.minimum(x, Tensor(0.0)), Tensor.where(x .> 0, x, 0))
    }

    static func shapesAndSelection() throws {
        let t = Tensor.arange(12).reshaped(3, 4)
        print(t.reshaped([2, -1]).shape, t.flattened().shape, t.reshaped(1, 3, 2, 2).flattened(1, 2).shape)
        print(t.unsqueezed(dim: 0).squeezed().shape, t.unsqueezed(dim: 1).squeezed(dim: 1).shape)
        print(t.T, t.transposed().shape, t.transposed(0, 1)[1], t.permuted([1, 0]).shape, t.permuted(1, 0).shape)
        print(t.flipped(dim: 1)[0], t[0].expanded([2, 4]).shape, t.broadcast(to: [2, 3, 4]).shape, t.repeated([1, 2])[0])
        print(t.gather(dim: 1, index: Tensor([[0, 1], [2, 3], [3, 0]])), t.indexSelect(dim: 0, index: Tensor([2, 0])))
        print(t[0..., 0..<3].tril(), t.triu(1), t[0..., 0..<3].diagonal())
        let a = Tensor([[1.0, 2.0], [3.0, 4.0]])
        print(a.matmul(a), a[0].dot(a[1]), einsum("i j, j k -> i k", a, a), einsum("i j -> j", [a]))
        print(try a.toCSV(), try a.toCSV(rowLabels: ["a", "b"], columnLabels: ["x", "y"]), a.toJSON())
        print(a.htmlTable.count > 10)
    }

    static func randomNumbers() throws {
        manualSeed(0)
        print(Tensor.randint(100, 20000, size: [2, 5]))
        print(Tensor.randint(10, size: [4]), Tensor.rand([2]), Tensor.randn([2]), Tensor.randperm(5))
    }

    static func files() throws {
        let map = Tensor([[1.5, 2], [3, 4]])
        try saveTensors(["map": map, "ids": Tensor([1, 2])], to: file)
        let loaded = try loadTensors(from: file)
        print(loaded.keys.sorted(), loaded["map"]! == map, loaded["ids"]!.dtype)
        try saveTensors(["map": map], to: file, metadata: ["made by": "a test"])
        let opened = try SafetensorsFile(file)
        print(opened.names, opened.metadata, opened.entries[0].shape, try opened.tensor("map"))
        try map.toCSV(to: file)
        try map.toJSON(to: file)
        try saveText("done", to: file)
        do { _ = try loadTensors(from: file) } catch { print("not a safetensors file") }
        try saveText("name,effect\n\"a, b\",0.5\nc,-2", to: file)
        let rows = try loadCSV(file)
        print(try loadText(file).count, rows.columns, rows.rows, rows.count, try rows["name"], try rows.numbers("effect"))
        do { _ = try rows["score"] } catch { print("no such column") }
        try saveText("{\"layers\": [1, 2.5, null, true], \"name\": \"x\"}", to: file)
        let json = try loadJSON(file)
        print(json.keys, json["layers"]?[0]?.int ?? 0, json["layers"]?[1]?.double ?? 0, json["name"]?.string ?? "")
        print(json["layers"]?[2]?.isNull ?? false, json["layers"]?[3]?.bool ?? false, json["layers"]?.array?.count ?? 0)
        print(try loadJSONLines(file).map { $0["name"]?.string ?? "" }, json)
        do { _ = try loadCSV(file, separator: ";;") } catch { print("one character") }
    }
}

extension Programs {
    /// Numbers beside tensors: literals and variables, on both sides.
    static func numbersBesideTensors() throws {
        let (t, u) = (Tensor([1.0, 2.0, 3.0]), Tensor([4, 5, 6]))
        let (k, x, f, yes) = (2, 1.5, Float(0.5), true)
        var m = Tensor.zeros([2, 3])
        print(t * 2, 2 * t, 1 - t, t * k, k * t, x * t, t / f, f - t, t / 2, 3 / t)
        print(t * 2 + 1, 1 + 2 * t, 100 * t / 4, 2.5 * t - 1, t + u * 2 - 1.5 / t)
        print((t - u) * (t - u) / 2.0, -t + 1, 1 / (1 + t), 0.5 * t * (1 + t * x) * 2)
        print(x * 2 * t, 2 * x * t, t * (x + 1), (1 - x) * t + x * t, u * k, u % k, 7 % u, u % 2.5)
        print(t .> 1.5, 1.5 .< t, t .> k, k .== t, t .== 1, t .!= x, t .<= k, x .>= t, (u % 2) .== 0)
        print((t .> k) .& yes, yes .| (t .> k), (t .> 1) .& (t .< 3))
        print(Tensor.where(t .> x, t, 0), Tensor.where(t .> x, x, t), Tensor.where(t .> x, k, -k), Tensor.where(t .> x, 0.5, 1 - t))
        print(Tensor.maximum(t, k), Tensor.minimum(x, t), Tensor.maximum(t, 0))
        m[0, 0] = 0.5
        m[0, 1] = x
        m[1, 0] = k
        m[1, 1] = f
        m[0..., -1] = 0
        m[1] += x
        m[0] *= k
        print(m)
        m[0, 0] = 2 * x + 1
        m[0, 1] = Double(k) / 4
        m[0, 2] = 1 - x
        m[1, 0] = k > 1 ? x : 0
        m[1, 1] = max(x, 1)
        m[1, 2] = t.sum().item()
        print(m)
        m[..., 0] = k / 3
        m[..., 1] = 1 / 4
        m[m .> 2] = x
        print(m)
        var mask = t .> 1
        mask[0] = yes
        print(mask)
        var n = t
        n += 1
        n -= x
        n *= k
        n /= f
        n %= 3
        print(n)
        let y: Tensor = 2 * t
        let z = k > 1 ? t : u
        print(y, z, t[0] * 2, 2 * t[0], x * t[0] + k * t[1], 1 - t[..., -1])
        print([t, u].reduce(0, +), [t, y].map { 1 - $0 }, zip([t], [x]).map { $0 * $1 }, [x, 2].reduce(Tensor(0), +))
        let losses = [0.5, 1.5]
        print(losses.reduce(0, +), x * 2 + 1, 100 * x / 3, [1.5, 2].reduce(1, *))
    }
}
