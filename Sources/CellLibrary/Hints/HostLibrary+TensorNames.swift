internal import CellHost

extension HostLibrary {
    /// What PyTorch, NumPy and einops call the things that a tensor has here under another name.
    ///
    /// A test takes every `->` as code: what it proposes must exist. In it `t`, `a`, `b` are tensors, `mask` and `ids`
    /// too, `n` an Int, `x` a Double.
    func nameTensorsAsOthersDo() {
        otherNames(
            on: "Tensor",
            """
            view reshape resize -> t.reshaped([#all(2, 3)])
            view_as reshape_as -> t.reshaped(#1(a).shape)
            size -> t.shape[#1|dim(0)]
            numel nelement length len -> t.count
            dim ndimension rank -> t.ndim
            tolist to_list -> t.toArray()
            numpy data_ptr -> t.toArray()
            toInt toDouble toFloat intValue doubleValue -> t.item()
            permute -> t.permuted(#all(1, 0))
            transpose swapaxes swapdims movedim moveaxis -> t.transposed(#1(0), #2(1))
            t mT H -> t.T
            flatten ravel -> t.flattened()
            squeeze squeeze_ -> t.squeezed()
            unsqueeze unsqueeze_ expand_dims -> t.unsqueezed(dim: #1|dim|axis(0))
            unflatten -> t.reshaped([2, 3])
            expand broadcast_to -> t.expanded([#all(2, 3)])
            expand_as -> t.expanded(#1(a).shape)
            repeat tile -> t.repeated([#all(2, 1)])
            repeat_interleave -> t.repeated([2, 1])
            flip -> t.flipped(dim: #1|dim|dims|axis(0))
            fliplr -> t.flipped(dim: 1)
            flipud -> t.flipped(dim: 0)
            float to_float double half bfloat16 -> t.asType(.float32)
            long int int32 int64 short to_int -> t.asType(.int64)
            bool to_bool -> t.asType(.bool)
            type astype type_as to -> t.asType(.float32)
            clamp clamp_ -> t.clip(#labelled(min: 0))
            clamp_min -> t.clip(min: #1|min(0))
            clamp_max -> t.clip(max: #1|max(1))
            relu_ -> t.clip(min: 0)
            power -> t.pow(#1(2))
            absolute -> t.abs()
            neg negative -> -t
            add -> t + #1(b)
            sub subtract -> t - #1(b)
            mul multiply -> t * #1(b)
            div divide true_divide -> t / #1(b)
            remainder fmod mod -> t % #1(n)
            floor_divide -> t.floorDivided(by: Tensor(#1(n)))
            mm bmm mv -> t.matmul(#1(b))
            cdist -> ((a - b).pow(2).sum(dim: -1)).sqrt()
            gt greater -> t .> #1(x)
            lt less -> t .< #1(x)
            ge greater_equal -> t .>= #1(x)
            le less_equal -> t .<= #1(x)
            eq -> t .== #1(x)
            ne not_equal -> t .!= #1(x)
            logical_and bitwise_and -> t .& #1(b)
            logical_or bitwise_or -> t .| #1(b)
            logical_not bitwise_not -> .!mask
            equal -> t == #1(b)
            allclose isclose -> t.allClose(#1(b))
            isnan -> t.isNaN()
            amax -> t.max(dim: #1|dim|axis(0))
            amin -> t.min(dim: #1|dim|axis(0))
            nanmedian -> t.median()
            average nanmean -> t.mean()
            variance -> t.std().pow(2)
            log_softmax -> t.logSoftmax(dim: #1|dim|axis(-1))
            cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            index_select -> t.indexSelect(dim: #1|dim(0), index: #2|index(ids))
            take select -> t.indexSelect(dim: 0, index: ids)
            take_along_dim take_along_axis -> t.gather(dim: #2|dim|axis(-1), index: #1|indices(ids))
            narrow -> t[0..., 1..<3]
            masked_fill masked_fill_ maskedFill -> t.maskedFilled(#1|mask(mask), #2|value(0))
            masked_select compress -> t[#1(mask)]
            where -> Tensor.where(#1(mask), t, #2(b))
            fill_ fill -> Tensor.full(t.shape, #1(x))
            zero_ -> Tensor.zerosLike(t)
            new_zeros new_empty empty_like -> Tensor.zerosLike(t)
            new_ones -> Tensor.onesLike(t)
            argwhere -> t.nonzero()
            bincount histc histogram -> (ids .== n).asType(.int64).sum()
            roll -> t.rolled(#1|shifts(1), dim: #2|dims|dim|axis(0))
            chunk -> t.split(2, dim: 0)
            unbind -> t.unbound(dim: #1|dim(0))
            concatenate concat cat -> Tensor.cat([t, #1(b)], dim: #2|dim|axis(0))
            stack hstack vstack -> Tensor.stack([t, #1(b)])
            one_hot -> Tensor.oneHot(ids, count: n)
            trace -> t.diagonal().sum()
            diag -> t.diagonal()
            svd -> FactoredMatrix(t, Tensor.eye(n)).svd()
            eig eigvals -> FactoredMatrix(t, Tensor.eye(n)).eigenvalues()
            rearrange -> einsum("b h q d -> b q h d", t)
            multinomial -> sampleLogits(logits, temperature: 1)
            map apply -> Tensor(t.toArray().map { $0 * 2 })
            clone copy contiguous data copy_ : a tensor is a value: 'let copy = t' never changes with 't'
            cpu cuda device get_device pin_memory : all numbers are on the processor; leave it out
            backward grad requires_grad requires_grad_ retain_grad grad_fn no_grad : ask for a gradient by 'try valueAndGradient(at: t) { t in loss(t) }'
            Int( Double( Float( -> t.item()
            String( -> String(format: "%.3f", t.sum().item())
            && -> #1(a) .& #2(b)
            || -> #1(a) .| #2(b)
            ! ~ -> .!#1(mask)
            & -> #1(a) .& #2(b)
            | -> #1(a) .| #2(b)
            ^ -> #1(a) .!= #2(b)
            ** -> #1(t).pow(#2(2))
            @ -> a.matmul(b)
            """)
    }

    /// What is made with `Tensor`, as functions of other libraries are called.
    func nameMakersOfTensors() {
        otherNames(
            on: "Tensor.Type",
            """
            empty -> Tensor.zeros([#all(2, 3)])
            tensor array asarray from_numpy FloatTensor -> Tensor(#1([[1.0, 2.0], [3.0, 4.0]]))
            zeros_like -> Tensor.zerosLike(#1(t))
            ones_like -> Tensor.onesLike(#1(t))
            empty_like -> Tensor.zerosLike(#1(t))
            full_like fullLike -> Tensor.full(#1(t).shape, #2(x))
            random -> Tensor.rand([#all(2, 3)])
            normal -> Tensor.randn([#all(2, 3)])
            identity -> Tensor.eye(#1(3))
            concat concatenate -> Tensor.cat([#1(a, b)], dim: #2|dim|axis(0))
            range -> Tensor.arange(#all(10))
            """)
    }
}
