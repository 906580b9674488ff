extension SeriesFigure {
    /// Hover and arrow keys: all series at the nearest place.
    func script(_ layout: SeriesLayout) throws -> String {
        let frame = layout.frame
        let values = series.map { "[" + $0.map(Self.number).joined(separator: ",") + "]" }.joined(separator: ",")
        let names = series.indices.map { label($0).isEmpty ? (yLabel.isEmpty ? "y" : yLabel) : label($0) }
        let fields = try [
            "\"x\":\(Markup.script(xLabel.isEmpty ? "x" : xLabel))",
            "\"names\":\(try Markup.script(names))",
            xTicks.map { "\"ticks\":\(try Markup.script($0))" },
            "\"w\":\(NumberText.coordinate(layout.width.rounded(.up)))",
            "\"h\":\(NumberText.coordinate(layout.height.rounded(.up)))",
            "\"first\":\(NumberText.significant(layout.x(0), 8))", "\"step\":\(NumberText.significant(layout.step, 8))",
            "\"top\":\(NumberText.coordinate(frame.y))", "\"bottom\":\(NumberText.coordinate(frame.bottom))",
            "\"n\":\(places)", "\"v\":[\(values)]", intervalsText,
        ].compactMap { $0 }
        return "const D={\(fields.joined(separator: ","))};\n" + Script.tooltip + Script.keyboard + Self.hover
    }

    /// Nil where there are none: `"i":[[[0.1,0.3],…],…]`.
    private var intervalsText: String? {
        guard let intervals else { return nil }
        let rows = series.indices.map { index in
            let pairs = series[index].indices.map { place in
                let (low, high) = intervals.at(index, place)
                return "[\(Self.number(low)),\(Self.number(high))]"
            }
            return "[\(pairs.joined(separator: ","))]"
        }
        return "\"i\":[\(rows.joined(separator: ","))]"
    }

    private static func number(_ value: Double) -> String {
        let text = NumberText.significant(value)
        return value.isFinite ? text : "\"\(text)\""
    }

    private static let hover = """
        const rule=add("border-left:1px dashed #1f2937;width:0"),hush=()=>{tip.style.display=rule.style.display="none";at=-1};
        let at=-1;
        const show=i=>{at=i;const kx=img.clientWidth/D.w,ky=img.clientHeight/D.h,x=(D.first+i*D.step)*kx;
        rule.style.cssText+=`;display:block;left:${x}px;top:${D.top*ky}px;height:${(D.bottom-D.top)*ky}px`;
        say(x,(D.top+20)*ky,D.x+": "+(D.ticks&&i<D.ticks.length?D.ticks[i]:i)+D.v.slice(0,16).map((s,j)=>
        "\\n"+D.names[j]+": "+(i<s.length?s[i]+(D.i?" ["+D.i[j][i].join(", ")+"]":""):"\\u2013")).join("")+(D.v.length>16?"\\n\\u2026":""))};
        root.addEventListener("mousemove",e=>{const b=img.getBoundingClientRect(),x=(e.clientX-b.left)*D.w/b.width;
        const y=(e.clientY-b.top)*D.h/b.height,i=Math.round((x-D.first)/D.step);
        if(i>=0&&i<D.n&&y>=D.top&&y<=D.bottom+12)show(i);else hush()});
        root.addEventListener("mouseleave",hush);root.addEventListener("blur",hush);
        keys((dx,dy)=>{if(!dx&&!dy||!D.n)return hush();show((at+(dx||dy)+D.n)%D.n)});

        """
}
