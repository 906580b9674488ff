internal import CellHost

extension HostLibrary {
    /// What stands free in Python, in PyTorch's and NumPy's modules, and in plotting libraries.
    func nameFreeNamesAsOthersDo() {
        let makers = """
            zeros -> Tensor.zeros([2, 3])
            ones -> Tensor.ones([2, 3])
            full -> Tensor.full([2, 3], x)
            empty -> Tensor.zeros([2, 3])
            tensor array asarray from_numpy as_tensor Tensor LongTensor FloatTensor -> Tensor([[1.0, 2.0], [3.0, 4.0]])
            arange -> Tensor.arange(10)
            linspace -> Tensor.linspace(0, 1, steps: 5)
            eye identity -> Tensor.eye(3)
            zeros_like -> Tensor.zerosLike(t)
            ones_like -> Tensor.onesLike(t)
            rand random.rand -> Tensor.rand([2, 3])
            randn random.randn normal random.normal -> Tensor.randn([2, 3])
            randint random.randint -> Tensor.randint(0, 10, size: [2, 3])
            randperm random.permutation -> Tensor.randperm(10)
            manual_seed random.seed -> manualSeed(0)
            cat concatenate concat hstack vstack -> Tensor.cat([a, b], dim: 0)
            stack -> Tensor.stack([a, b])
            where -> Tensor.where(mask, a, b)
            einsum -> einsum("b i, i o -> b o", a, b)
            matmul mm bmm dot -> a.matmul(b)
            maximum -> Tensor.maximum(a, b)
            minimum -> Tensor.minimum(a, b)
            allclose -> a.allClose(b)
            topk -> t.topk(5)
            gather -> t.gather(dim: -1, index: ids)
            softmax nn.functional.softmax -> t.softmax(dim: -1)
            log_softmax nn.functional.log_softmax -> t.logSoftmax(dim: -1)
            nn.functional.cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            clamp clip -> t.clip(min: 0)
            sum -> t.sum()
            mean average -> t.mean()
            std -> t.std()
            max -> t.max()
            min -> t.min()
            argmax -> t.argmax()
            abs -> t.abs()
            exp -> t.exp()
            log -> t.log()
            sqrt -> t.sqrt()
            tril -> t.tril()
            triu -> t.triu()
            diagonal diag -> t.diagonal()
            cumsum -> t.cumsum(dim: -1)
            linalg.norm norm -> t.norm()
            linalg.svd svd -> FactoredMatrix(t, Tensor.eye(n)).svd()
            float32 float -> DType.float32
            int64 long -> DType.int64
            bool -> DType.bool
            pi -> Double.pi
            inf -> Double.infinity
            nan -> Double.nan
            no_grad inference_mode set_grad_enabled : gradients are not recorded; leave it out
            """
        for module in ["torch", "np", "numpy", "jnp"] {
            let lines = makers.split(separator: "\n").map { line in
                let words = line.split(separator: " ")
                let mark = words.firstIndex { $0 == "->" || $0 == ":" } ?? 0
                return (words[..<mark].map { "\(module).\($0)" } + words[mark...].map(String.init)).joined(
                    separator: " ")
            }
            otherNames(lines.joined(separator: "\n"))
            otherNames(
                "\(module) : its functions are here members of tensors, t.softmax(dim: -1), and of the type, Tensor.zeros([2, 3])"
            )
        }
        namePythonsNames()
        nameModulesAndPictures()
    }

    private func namePythonsNames() {
        otherNames(
            """
            len -> values.count
            range xrange -> 0..<n
            enumerate -> values.enumerated()
            sorted -> values.sorted()
            reversed -> values.reversed()
            sum -> values.reduce(0, +)
            map -> values.map { $0 * 2 }
            filter -> values.filter { $0 > 0 }
            any -> values.contains { $0 > 0 }
            all -> values.allSatisfy { $0 > 0 }
            list tuple -> Array(0..<n)
            dict defaultdict Counter -> [String: Int]()
            int -> Int(x)
            float -> Double(n)
            str repr -> String(n)
            bool -> n != 0
            input -> readLine()
            type isinstance -> type(of: x)
            pow -> t.pow(2)
            None -> nil as Int?
            True -> true
            False -> false
            not -> !(n == 0)
            tqdm trange -> progress(0..<n, title: "heads")
            time -> Date()
            random -> Double.random(in: 0..<1)
            def : a function: func double(_ x: Double) -> Double { x * 2 }
            lambda : a function without a name: { x in x * 2 }
            class : a type with values: struct Head { var layer = 0 }
            block : a block stands in braces: for i in 0..<10 { print(i) }
            elif : write: } else if n > 0 {
            f" -> "loss \\(x)"
            ** -> t.pow(2)
            @ -> a.matmul(b)
            // : '//' begins a comment, so nothing is divided: n / k of Ints are whole quotients, (t - t % n) / n of tensors
            !name : a cell cannot run shell commands: use a terminal
            ?name : help on a name: %help Tensor.gather
            """)
        otherNames(
            on: "String",
            "% format -> String(format: \"%.3f\", x)\nsplit -> text.split(separator: \" \")\nupper -> text.uppercased()\nlower -> text.lowercased()\nstrip -> text.trimmingCharacters(in: .whitespaces)\nstartswith -> text.hasPrefix(\"a\")\nendswith -> text.hasSuffix(\"a\")\nreplace -> text.replacingOccurrences(of: \"a\", with: \"b\")\njoin -> [\"a\", \"b\"].joined(separator: \", \")\nlen length -> text.count"
        )
        otherNames(
            on: "Array",
            "len length size -> values.count\nextend -> values + values\nindex -> values.firstIndex(of: 1)\nshape -> Tensor(values).shape\nmean -> Tensor(values).mean()\nsum -> values.reduce(0, +)\nstd -> Tensor(values).std()"
        )
        otherNames(
            on: "Dictionary",
            "items : 'for (key, value) in dictionary' goes over the pairs\nget : dictionary[key, default: 0]\nhas_key contains : dictionary[key] != nil"
        )
    }

    private func nameModulesAndPictures() {
        otherNames(
            """
            einops rearrange -> t.permuted(1, 0).reshaped([2, 3])
            reduce -> t.mean(dim: [0, 1])
            F.softmax -> t.softmax(dim: -1)
            F.log_softmax -> t.logSoftmax(dim: -1)
            F.cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            F.relu -> t.clip(min: 0)
            F nn : functions of tensors are their members: t.softmax(dim: -1)
            px.imshow plt.imshow sns.heatmap imshow heatmap -> heatMap(t, title: "scores")
            px.line plt.plot line plot -> linePlot(t, title: "loss")
            px.bar plt.bar bar -> barChart(t, title: "heads")
            px go plt sns plotly matplotlib : pictures are functions: heatMap(t), linePlot(t), barChart(t)
            cv circuitsvis -> attentionHeads(t, tokens: ["a", "b"])
            pd.DataFrame DataFrame -> table([["a", "1"]], columns: ["name", "value"])
            pd : rows and columns: table([["a", "1"]], columns: ["name", "value"])
            transformer_lens utils.get_act_name get_act_name -> actName("z", 0)
            utils.test_prompt test_prompt -> model.testPrompt("text", answer: "a")
            utils : its functions stand free here: actName("z", 0)
            """)
    }

    /// Labels of other libraries' functions.
    func nameLabelsAsOthersDo() {
        otherNames(
            on: "labels",
            """
            zmin: zmax: vmin: vmax: -> range: -1...1
            color_continuous_midpoint: color_midpoint: zmid: -> midpoint: 0
            x: -> xTicks: ["a", "b"]
            y: -> yTicks: ["a", "b"]
            xaxis: xlabel: x_label: -> xLabel: "Head"
            yaxis: ylabel: y_label: -> yLabel: "Layer"
            text_auto: annot: -> showValues: true
            names: legend: -> labels: ["a", "b"]
            axis: -> dim: 0
            keepdims: keep_dims: -> keepdim: true
            dtype: -> dtype: .int64
            prepend_bos: -> prependBOS: true
            fwd_hooks: -> fwdHooks: []
            names_filter: -> namesFilter: ["z"]
            """)
    }
}
