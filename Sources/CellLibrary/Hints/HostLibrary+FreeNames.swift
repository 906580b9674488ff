internal import CellHost

extension HostLibrary {
    /// What stands free in Python, in PyTorch's and NumPy's modules, and in plotting libraries.
    func nameFreeNamesAsOthersDo() {
        let makers = """
            zeros -> Tensor.zeros([#all(2, 3)])
            ones -> Tensor.ones([#all(2, 3)])
            full -> Tensor.full([#1(2, 3)], #2|fill_value(x))
            empty -> Tensor.zeros([#all(2, 3)])
            tensor array asarray from_numpy as_tensor Tensor LongTensor FloatTensor -> Tensor(#1([[1.0, 2.0], [3.0, 4.0]]))
            arange -> Tensor.arange(#all(10))
            linspace -> Tensor.linspace(#1(0), #2(1), steps: #3|steps|num(5))
            eye identity -> Tensor.eye(#1(3))
            zeros_like -> Tensor.zerosLike(#1(t))
            ones_like -> Tensor.onesLike(#1(t))
            rand random.rand -> Tensor.rand([#all(2, 3)])
            randn random.randn -> Tensor.randn([#all(2, 3)])
            normal random.normal -> Tensor.randn([#size(2, 3)])
            randint random.randint -> Tensor.randint(#1(0), #2(10), size: [#3|size(2, 3)])
            randperm random.permutation -> Tensor.randperm(#1(10))
            manual_seed random.seed -> manualSeed(#1(0))
            cat concatenate concat hstack vstack -> Tensor.cat([#1(a, b)], dim: #2|dim|axis(0))
            stack -> Tensor.stack([#1(a, b)])
            where -> Tensor.where(#1(mask), #2(a), #3(b))
            einsum -> einsum("b i, i o -> b o", a, b)
            matmul mm bmm dot -> #1(a).matmul(#2(b))
            maximum -> Tensor.maximum(#1(a), #2(b))
            minimum -> Tensor.minimum(#1(a), #2(b))
            allclose -> #1(a).allClose(#2(b))
            topk -> #1(t).topk(#2|k(5))
            gather -> #1(t).gather(dim: #2|dim(-1), index: #3|index(ids))
            softmax nn.functional.softmax -> #1(t).softmax(dim: #2|dim|axis(-1))
            log_softmax nn.functional.log_softmax -> #1(t).logSoftmax(dim: #2|dim|axis(-1))
            nn.functional.cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            clamp clip -> #1(t).clip(min: #2|min(0))
            sum -> #1(t).sum()
            mean average -> #1(t).mean()
            std -> #1(t).std()
            max -> #1(t).max()
            min -> #1(t).min()
            argmax -> #1(t).argmax()
            abs -> #1(t).abs()
            exp -> #1(t).exp()
            log -> #1(t).log()
            sqrt -> #1(t).sqrt()
            tril -> #1(t).tril()
            triu -> #1(t).triu()
            diagonal diag -> #1(t).diagonal()
            cumsum -> #1(t).cumsum(dim: #2|dim|axis(-1))
            linalg.norm norm -> #1(t).norm()
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
            len -> #1(values).count
            range xrange -> 0..<#1(n)
            enumerate -> #1(values).enumerated()
            sorted -> #1(values).sorted()
            reversed -> #1(values).reversed()
            sum -> #1(values).reduce(0, +)
            map -> values.map { $0 * 2 }
            filter -> values.filter { $0 > 0 }
            any -> values.contains { $0 > 0 }
            all -> values.allSatisfy { $0 > 0 }
            list tuple -> Array(#1(0..<n))
            dict defaultdict Counter -> [String: Int]()
            int -> Int(#1(x))
            float -> Double(#1(n))
            str repr -> String(#1(n))
            bool -> #1(n) != 0
            input -> readLine()
            type -> type(of: #1(x))
            isinstance -> type(of: x)
            pow -> #1(t).pow(#2(2))
            None -> nil as Int?
            True -> true
            False -> false
            not -> !(n == 0)
            tqdm -> progress(#1(0..<n), title: "heads")
            trange -> progress(0..<#1(n), title: "heads")
            time -> Date()
            random -> Double.random(in: 0..<1)
            def : a function: func double(_ x: Double) -> Double { x * 2 }
            lambda : a function without a name: { x in x * 2 }
            class : a type with values: struct Head { var layer = 0 }
            block : a block stands in braces: for i in 0..<10 { print(i) }
            elif : write: } else if n > 0 {
            f" -> "loss \\(x)"
            ** -> t.pow(#1(2))
            @ -> a.matmul(b)
            // : '//' begins a comment, so nothing is divided: n / k of Ints are whole quotients, (t - t % n) / n of tensors
            !name : a cell cannot run shell commands: use a terminal
            ?name : help on a name: %help Tensor.gather
            """)
        otherNames(
            on: "String",
            "% format -> String(format: \"%.3f\", x)\nsplit -> text.split(separator: #1(\" \"))\nupper -> text.uppercased()\nlower -> text.lowercased()\nstrip -> text.trimmingCharacters(in: .whitespaces)\nstartswith -> text.hasPrefix(#1(\"a\"))\nendswith -> text.hasSuffix(#1(\"a\"))\nreplace -> text.replacingOccurrences(of: #1(\"a\"), with: #2(\"b\"))\njoin -> [\"a\", \"b\"].joined(separator: \", \")\nlen length -> text.count"
        )
        otherNames(
            on: "Array",
            "len length size -> values.count\nextend -> values + #1(values)\nindex -> values.firstIndex(of: #1(1))\nshape -> Tensor(values).shape\nmean -> Tensor(values).mean()\nsum -> values.reduce(0, +)\nstd -> Tensor(values).std()"
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
            F.softmax -> #1(t).softmax(dim: #2|dim(-1))
            F.log_softmax -> #1(t).logSoftmax(dim: #2|dim(-1))
            F.cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            F.relu -> #1(t).clip(min: 0)
            F nn : functions of tensors are their members: t.softmax(dim: -1)
            px.imshow plt.imshow sns.heatmap imshow heatmap -> heatMap(#1(t), title: #title("scores"))
            px.line plt.plot line plot -> linePlot(#1(t), title: #title("loss"))
            px.bar plt.bar bar -> barChart(#1(t), title: #title("heads"))
            px go plt sns plotly matplotlib : pictures are functions: heatMap(t), linePlot(t), barChart(t)
            cv circuitsvis -> attentionHeads(t, tokens: ["a", "b"])
            pd.DataFrame DataFrame -> table([["a", "1"]], columns: ["name", "value"])
            pd : rows and columns: table([["a", "1"]], columns: ["name", "value"])
            transformer_lens -> actName("z", 0)
            utils.get_act_name get_act_name -> actName(#1("z"), #2|layer(0))
            utils.test_prompt test_prompt -> model.testPrompt("text", answer: "a")
            utils : its functions stand free here: actName("z", 0)
            """)
    }

    /// Labels of other libraries' functions.
    func nameLabelsAsOthersDo() {
        otherNames(
            on: "labels",
            """
            zmin: zmax: -> range: #zmin(-1)...#zmax(1)
            vmin: vmax: -> range: #vmin(-1)...#vmax(1)
            color_continuous_midpoint: color_midpoint: zmid: -> midpoint: #color_continuous_midpoint|color_midpoint|zmid(0)
            x: -> xTicks: #x(["a", "b"])
            y: -> yTicks: #y(["a", "b"])
            xaxis: xlabel: x_label: -> xLabel: #xaxis|xlabel|x_label("Head")
            yaxis: ylabel: y_label: -> yLabel: #yaxis|ylabel|y_label("Layer")
            text_auto: annot: -> showValues: true
            names: legend: -> labels: #names|legend(["a", "b"])
            axis: -> dim: #axis(0)
            keepdims: keep_dims: -> keepdim: true
            dtype: -> dtype: .int64
            prepend_bos: -> prependBOS: true
            fwd_hooks: -> fwdHooks: []
            names_filter: -> namesFilter: ["z"]
            """)
    }
}
