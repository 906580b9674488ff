extension XYFigure {
    /// Hover and arrow keys: the nearest mark.
    func script(_ layout: XYLayout) throws -> String {
        var found: [(place: Point, text: String)] = []
        for (index, one) in series.enumerated() {
            for mark in one.points {
                let middle = mark.end.map { (mark.x + $0) / 2 } ?? mark.x
                let place = layout.place(middle, mark.y)
                if place.isFinite { found.append((place, said(of: mark, in: index))) }
            }
        }
        found.sort { $0.place.x < $1.place.x }
        let fields = [
            "\"w\":\(NumberText.coordinate(layout.width.rounded(.up)))",
            "\"h\":\(NumberText.coordinate(layout.height.rounded(.up)))",
            "\"reach\":\(marks == .columns ? 400 : 24)", "\"columns\":\(marks == .columns)",
            "\"px\":[\(found.map { NumberText.coordinate($0.place.x) }.joined(separator: ","))]",
            "\"py\":[\(found.map { NumberText.coordinate($0.place.y) }.joined(separator: ","))]",
            "\"t\":\(try Markup.script(found.map(\.text)))",
        ]
        return "const D={\(fields.joined(separator: ","))};\n" + Script.tooltip + Script.keyboard + Self.hover
    }

    private static let hover = """
        const ring=add("border:2px solid #111827;border-radius:50%;outline:1px solid #ffffff;width:14px;height:14px");
        let at=-1;
        const hush=()=>{tip.style.display=ring.style.display="none";at=-1};
        const show=i=>{at=i;const x=D.px[i]*img.clientWidth/D.w,y=D.py[i]*img.clientHeight/D.h;
        ring.style.cssText+=`;display:block;left:${x-7}px;top:${y-7}px`;say(x,y,D.t[i])};
        root.addEventListener("mousemove",e=>{const b=img.getBoundingClientRect();
        const x=(e.clientX-b.left)*D.w/b.width,y=(e.clientY-b.top)*D.h/b.height;let best=-1,least=D.reach;
        D.px.forEach((p,i)=>{const far=D.columns?Math.abs(p-x):Math.hypot(p-x,D.py[i]-y);if(far<least){least=far;best=i}});
        if(best<0)hush();else show(best)});
        root.addEventListener("mouseleave",hush);root.addEventListener("blur",hush);
        keys((dx,dy)=>{const n=D.px.length;if(!dx&&!dy||!n)return hush();show((Math.max(at,at<0&&dx+dy<0?0:at)+(dx||dy)+n)%n)});

        """
}
