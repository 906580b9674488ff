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
            view reshape resize view_as reshape_as -> t.reshaped([2, 3])
            size -> t.shape[0]
            numel nelement length len -> t.count
            dim ndimension rank -> t.ndim
            tolist to_list -> t.toArray()
            numpy data_ptr -> t.toArray()
            toInt toDouble toFloat intValue doubleValue -> t.item()
            permute -> t.permuted(1, 0)
            transpose swapaxes swapdims movedim moveaxis -> t.transposed(0, 1)
            t mT H -> t.T
            flatten ravel -> t.flattened()
            squeeze squeeze_ -> t.squeezed()
            unsqueeze unsqueeze_ expand_dims -> t.unsqueezed(dim: 0)
            unflatten -> t.reshaped([2, 3])
            expand expand_as broadcast_to -> t.expanded([2, 3])
            repeat tile repeat_interleave -> t.repeated([2, 1])
            flip fliplr flipud -> t.flipped(dim: 0)
            float to_float double half bfloat16 -> t.asType(.float32)
            long int int32 int64 short to_int -> t.asType(.int64)
            bool to_bool -> t.asType(.bool)
            type astype type_as to -> t.asType(.float32)
            clamp clamp_ clamp_min clamp_max -> t.clip(min: 0)
            relu_ -> t.clip(min: 0)
            power -> t.pow(2)
            absolute -> t.abs()
            neg negative -> -t
            add -> a + b
            sub subtract -> a - b
            mul multiply -> a * b
            div divide true_divide -> a / b
            remainder fmod mod -> t % n
            floor_divide -> t.floorDivided(by: Tensor(n))
            mm bmm mv -> a.matmul(b)
            cdist -> ((a - b).pow(2).sum(dim: -1)).sqrt()
            gt greater -> t .> x
            lt less -> t .< x
            ge greater_equal -> t .>= x
            le less_equal -> t .<= x
            eq -> t .== x
            ne not_equal -> t .!= x
            logical_and bitwise_and -> a .& b
            logical_or bitwise_or -> a .| b
            logical_not bitwise_not -> .!mask
            equal -> a == b
            allclose isclose -> a.allClose(b)
            isnan -> t.isNaN()
            amax -> t.max(dim: 0)
            amin -> t.min(dim: 0)
            nanmedian -> t.median()
            average nanmean -> t.mean()
            variance -> t.std().pow(2)
            log_softmax -> t.logSoftmax(dim: -1)
            cross_entropy -> lmCrossEntropyLoss(logits, tokens)
            take index_select select -> t.indexSelect(dim: 0, index: ids)
            take_along_dim take_along_axis -> t.gather(dim: -1, index: ids)
            narrow -> t[0..., 1..<3]
            masked_fill masked_fill_ maskedFill -> t.maskedFilled(mask, 0)
            masked_select compress -> t[mask]
            where -> Tensor.where(mask, a, b)
            fill_ fill -> Tensor.full(t.shape, x)
            zero_ -> Tensor.zerosLike(t)
            new_zeros new_empty empty_like -> Tensor.zerosLike(t)
            new_ones -> Tensor.onesLike(t)
            argwhere -> t.nonzero()
            bincount histc histogram -> (ids .== n).asType(.int64).sum()
            roll -> t.rolled(1, dim: 0)
            chunk -> t.split(2, dim: 0)
            unbind -> t.unbound(dim: 0)
            concatenate concat cat -> Tensor.cat([a, b], dim: 0)
            stack hstack vstack -> Tensor.stack([a, b])
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
            && -> a .& b
            || -> a .| b
            ! ~ -> .!mask
            & -> a .& b
            | -> a .| b
            ^ -> a .!= b
            ** -> t.pow(2)
            @ -> a.matmul(b)
            """)
    }

    /// What is made with `Tensor`, as functions of other libraries are called.
    func nameMakersOfTensors() {
        otherNames(
            on: "Tensor.Type",
            """
            empty -> Tensor.zeros([2, 3])
            tensor array asarray from_numpy FloatTensor -> Tensor([[1.0, 2.0], [3.0, 4.0]])
            zeros_like -> Tensor.zerosLike(t)
            ones_like -> Tensor.onesLike(t)
            empty_like -> Tensor.zerosLike(t)
            full_like fullLike -> Tensor.full(t.shape, x)
            random -> Tensor.rand([2, 3])
            normal -> Tensor.randn([2, 3])
            identity -> Tensor.eye(3)
            concat concatenate -> Tensor.cat([a, b], dim: 0)
            range -> Tensor.arange(10)
            """)
    }
}
