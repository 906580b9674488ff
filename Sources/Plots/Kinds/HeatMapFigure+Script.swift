extension HeatMapFigure {
    /// More cells than this are shown with the 253 levels of their colours instead of their own numbers.
    static let mostExactCells = 10_000

    /// Hover and arrow keys: the cell's place and value, as plotly says them.
    func script(_ layout: HeatMapLayout) throws -> String {
        let cells = layout.panels.reduce(0) { $0 + $1.drawn.values.count }
        let isExact = cells <= Self.mostExactCells
        return "const D=\(try data(layout, isExact: isExact));\n" + Script.tooltip + Script.keyboard
            + (isExact ? "" : Script.images) + Self.hover
    }

    private func data(_ layout: HeatMapLayout, isExact: Bool) throws -> String {
        let panels = layout.panels.map { placed in
            let frame = placed.frame
            var fields = [
                "\"x\":\(number(frame.x))", "\"y\":\(number(frame.y))", "\"w\":\(number(frame.width))",
                "\"h\":\(number(frame.height))", "\"r\":\(placed.drawn.rows)", "\"c\":\(placed.drawn.columns)",
                "\"rb\":\(placed.rowBlock)", "\"cb\":\(placed.columnBlock)",
                "\"R\":\(placed.panel.grid.rows)", "\"C\":\(placed.panel.grid.columns)",
            ]
            if isExact { fields.append("\"v\":[\(Self.numbers(placed.drawn.values))]") }
            return "{\(fields.joined(separator: ","))}"
        }
        let ticks = try [("xt", xTicks), ("yt", yTicks)].compactMap { name, labels in
            try labels.map { "\"\(name)\":\(try Markup.script($0)),\n" }
        }
        return
            "{\"x\":\(Markup.script(xLabel.isEmpty ? "x" : xLabel)),\"y\":\(Markup.script(yLabel.isEmpty ? "y" : yLabel)),"
            + ticks.joined() + "\"w\":\(number(layout.width.rounded(.up))),\"h\":\(number(layout.height.rounded(.up))),"
            + (isExact ? "" : ends(layout.scale)) + "\"p\":[\(panels.joined(separator: ","))]}"
    }

    private func number(_ value: Double) -> String { NumberText.coordinate(value) }

    /// What the levels of colours begin and end with.
    private func ends(_ scale: DivergingScale) -> String {
        "\"lo\":\(NumberText.significant(scale.midpoint - scale.reach, 5)),"
            + "\"hi\":\(NumberText.significant(scale.midpoint + scale.reach, 5)),"
    }

    private static func numbers(_ values: [Float]) -> String {
        let largest = NumberText.largest(of: values.lazy.map(Double.init))
        return values.map { value in
            let text = NumberText.significant(Double(value), besides: largest)
            return value.isFinite ? text : "\"\(text)\""
        }.joined(separator: ",")
    }

    private static let hover = """
        const mark=add("border:2px solid #111827;outline:1px solid #ffffff"),hush=()=>{tip.style.display=mark.style.display="none"};
        let at=null,pixels=null;
        const name=(labels,index,block,count)=>{const one=i=>labels&&i<labels.length?labels[i]:String(i);
        const last=Math.min(count,(index+1)*block)-1;return block>1?one(index*block)+" \\u2013 "+one(last):one(index)};
        const text=(p,i)=>{const [,r,c]=at;if(p.v)return String(p.v[r*p.c+c]);if(!pixels)return"\\u2026";
        const l=pixels[i].at(r,c);return l===255?"NaN":"\\u2248 "+Number((D.lo+(D.hi-D.lo)*l/252).toPrecision(3))};
        const show=()=>{const [i,r,c]=at,p=D.p[i],kx=img.clientWidth/D.w,ky=img.clientHeight/D.h,w=p.w/p.c,h=p.h/p.r;
        const x=(p.x+c*w)*kx,y=(p.y+r*h)*ky;
        mark.style.cssText+=`;display:block;left:${x-1}px;top:${y-1}px;width:${w*kx+2}px;height:${h*ky+2}px`;
        say(x+w*kx/2,y+h*ky/2,`${D.x}: ${name(D.xt,c,p.cb,p.C)}\\n${D.y}: ${name(D.yt,r,p.rb,p.R)}\\n`
        +(p.cb*p.rb>1?"Farthest value: ":"Value: ")+text(p,i))};
        root.addEventListener("mousemove",e=>{const b=img.getBoundingClientRect();
        const x=(e.clientX-b.left)*D.w/b.width,y=(e.clientY-b.top)*D.h/b.height;
        const i=D.p.findIndex(p=>x>=p.x&&y>=p.y&&x<p.x+p.w&&y<p.y+p.h);
        if(i<0){at=null;return hush()}const p=D.p[i];
        at=[i,Math.floor((y-p.y)/p.h*p.r),Math.floor((x-p.x)/p.w*p.c)];show()});
        root.addEventListener("mouseleave",()=>{at=null;hush()});
        root.addEventListener("blur",hush);
        keys((dx,dy)=>{if(!dx&&!dy||!D.p[0].c){at=null;return hush()}
        if(!at)at=[0,0,0];else{const p=D.p[at[0]];at[1]=(at[1]+dy+p.r)%p.r;at[2]=(at[2]+dx+p.c)%p.c}show()});
        if(D.p.some(p=>!p.v)&&typeof images==="function")images().then(all=>{pixels=all},()=>{});

        """
}
