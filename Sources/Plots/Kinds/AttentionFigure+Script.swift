extension AttentionFigure {
    /// More cells than this are shown with the levels of their colours instead of their own numbers.
    static let mostExactCells = 8_000

    func script(_ scale: AttentionScale) throws -> String {
        try "const D=\(data(scale));\n" + Script.tooltip + Script.images + Script.keyboard + Self.viewer
    }

    private func data(_ scale: AttentionScale) throws -> String {
        var fields = [
            "\"title\":\(Markup.script(title))", "\"names\":\(try Markup.script(headNames))",
            "\"tokens\":\(try Markup.script(tokens))", "\"rows\":\(destinations)",
            "\"signed\":\(scale.isSigned)", "\"most\":\(NumberText.significant(scale.largest, 5))",
        ]
        if values.count <= Self.mostExactCells {
            let numbers = values.map { value in
                let text = NumberText.significant(Double(value), 3, besides: scale.largest)
                return value.isFinite ? text : "\"\(text)\""
            }
            fields.append("\"v\":[\(numbers.joined(separator: ","))]")
        }
        return "{\(fields.joined(separator: ",\n"))}"
    }

    private static let viewer = """
        images().then(([all])=>{
        const N=D.names.length,S=D.tokens.length,R=D.rows,off=S-R,font="11px Helvetica,Arial,sans-serif",ink="#2a3f5f";
        const make=(tag,css,parent,text)=>{const e=document.createElement(tag);e.style.cssText=css;
        if(text!==undefined)e.textContent=text;parent.append(e);return e};
        const group=(e,name)=>{e.setAttribute("role","group");e.setAttribute("aria-label",name)};
        const visible=t=>t.replace(/\\r\\n|[\\n-\\r\\x85\\u2028\\u2029]/g,"\\u00b6").replace(/\\t/g,"\\u2192")
        .replace(/[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]/g,
        c=>"\\\\x"+c.charCodeAt(0).toString(16).padStart(2,"0"));
        const clean=t=>{const s=visible(t).replace(/^ +| +$/g,"");
        return s?s.length>16?s.slice(0,15)+"\\u2026":s:t?"\\u2423":""};
        const labels=D.tokens.map((t,i)=>clean(t)+" ("+i+")");
        const value=l=>{if(l>253)return NaN;const r=D.signed?l/126-1:l/253;return r*Math.abs(r)*D.most};
        let strong=false,shown=0,locked=-1,hot=null,held=-1,view={x:0,y:0,w:S,h:R},drag=null,cache=[];
        const tone=l=>l>253||!strong?l:D.signed?Math.round(126+Math.sign(l-126)*Math.sqrt(Math.abs(l-126)*126)):
        Math.round(Math.sqrt(l*253));
        const head=i=>{if(cache[i])return cache[i];const c=document.createElement("canvas");c.width=S;c.height=R;
        const x=c.getContext("2d"),d=x.createImageData(S,R);
        for(let r=0;r<R;r++)for(let s=0;s<S;s++){const l=3*tone(all.at(i*R+r,s)),o=4*(r*S+s);
        d.data[o]=all.palette[l];d.data[o+1]=all.palette[l+1];d.data[o+2]=all.palette[l+2];d.data[o+3]=255}
        x.putImageData(d,0,0);return cache[i]=c};
        const said=(r,s)=>{const l=all.at(shown*R+r,s);if(l===254)return"N/A (masked)";if(l===255)return"NaN";
        return D.v?String(D.v[(shown*R+r)*S+s]):"\\u2248 "+Number(value(l).toPrecision(3))};

        img.style.display="none";root.style.padding="10px 14px";root.style.boxSizing="border-box";
        root.style.font="13px Helvetica,Arial,sans-serif";
        if(D.title)make("div","font-size:15px;margin-bottom:8px",root,D.title);
        const ratio=Math.max(1,window.devicePixelRatio||1),thumbs=[];
        if(N>1){make("div","font-size:12px;margin-bottom:6px",root,"Head selector (hover to view, click to lock)");
        const strip=make("div","display:flex;flex-wrap:wrap;gap:6px;max-width:min(812px,100%);max-height:336px;overflow:auto;"
        +"margin-bottom:8px;padding:2px",root),side=N>24?50:Math.min(84,Math.floor(760/Math.min(N,12))-15);
        group(strip,"Heads");
        D.names.forEach((name,i)=>{const b=make("button","padding:3px;margin:0;border:2px solid #ffffff;border-radius:4px;"
        +"background:#ffffff;color:"+ink+";font:10px Helvetica,Arial,sans-serif;cursor:pointer;width:"+(side+10)+"px;"
        +"overflow:hidden;text-overflow:ellipsis;white-space:nowrap",strip);
        b.type="button";b.title=name;
        const c=make("canvas","display:block;border:1px solid #96a0af;box-sizing:border-box;width:"+side+"px;height:"+side+"px;"
        +"margin-bottom:3px",b);
        c.width=c.height=side*ratio;c.setAttribute("aria-hidden","true");b.append(name);thumbs.push([b,c]);
        b.onmouseenter=b.onfocus=()=>{if(locked<0)show(i)};
        b.onclick=()=>{locked=locked===i?-1:i;show(i)}})}
        const bar=make("div","display:flex;align-items:baseline;gap:12px;margin-bottom:4px;min-height:20px",root);
        const heading=make("span","font-size:14px;font-weight:bold",bar),state=make("span","font-size:11px;color:#5b6b84",bar);
        const toggle=make("button","margin-left:auto;font:11px Helvetica,Arial,sans-serif;color:"+ink+";background:#f3f5f9;"
        +"border:1px solid #c3cad6;border-radius:4px;padding:2px 8px;cursor:pointer",bar);
        toggle.type="button";toggle.title="Square-root colours make weak attention visible";
        toggle.onclick=()=>{strong=!strong;cache=[];paint()};
        const pane=make("div","overflow-x:auto;max-width:100%",root);group(pane,"Enlarged head");
        const main=make("canvas","display:block;cursor:crosshair;touch-action:none",pane),g=main.getContext("2d");
        const words=make("div","max-width:760px;margin-top:8px;font:12px/1.9 Helvetica,Arial,sans-serif;max-height:170px;"
        +"overflow:auto",root);group(words,"Tokens");words.tabIndex=0;
        const tokenName=t=>visible(t)||"\\u00a0";
        make("div","font-size:11px;color:#5b6b84",words,"Point at a token: its attention to the others (click to hold)");
        const spans=D.tokens.map((t,i)=>{const s=make("span","white-space:pre-wrap;border-radius:3px;padding:2px 1px;cursor:default",
        words,tokenName(t));
        s.onmouseenter=()=>{if(held<0&&i>=off)focusRow(i-off)};
        s.onclick=()=>{held=held===i||i<off?-1:i;if(i>=off)focusRow(i-off)};return s});
        g.font=font;const wide=Math.ceil(Math.max(...labels.map(l=>g.measureText(l).width)))+8;
        const room=Math.max(120,(root.parentElement.clientWidth||900)-28-22-wide-10);
        const big=Math.min(34,460/Math.max(S,R),room/S),unit=big>=1?Math.floor(big):big;
        const W=Math.max(120,S*unit),H=Math.max(R===S?120:60,R*unit),L=22+wide,T=8,CW=L+W+10,CH=T+H+wide+24;
        main.setAttribute("aria-hidden","true");if(CW>pane.clientWidth)pane.tabIndex=0;
        main.width=CW*ratio;main.height=CH*ratio;main.style.width=CW+"px";main.style.height=CH+"px";

        const draw=()=>{const c=head(shown),w=W/view.w,h=H/view.h;g.setTransform(ratio,0,0,ratio,0,0);
        g.fillStyle="#ffffff";g.fillRect(0,0,CW,CH);g.imageSmoothingEnabled=w*ratio<1;g.imageSmoothingQuality="high";
        g.drawImage(c,view.x,view.y,view.w,view.h,L,T,W,H);g.strokeStyle="#96a0af";g.lineWidth=1;
        g.strokeRect(L-.5,T-.5,W+1,H+1);g.font=font;g.fillStyle=ink;
        const each=n=>{let k=1;for(const f of[2,2.5,2,2,2.5,2,2,2.5,2])if(k*n<12.5)k*=f;return Math.round(k)};
        const upright=(t,x,y)=>{g.save();g.translate(x,y);g.rotate(-Math.PI/2);g.fillText(t,0,0);g.restore()};
        const column=(i,bold)=>{g.textAlign="right";if(bold)mark(i,true);upright(labels[i],L+(i-view.x+.5)*w+4,T+H+6)};
        const line=(i,bold)=>{g.textAlign="right";if(bold)mark(i,false);
        g.fillText(labels[i+off],L-6,T+(i-view.y+.5)*h+4)};
        const mark=(i,isColumn)=>{g.fillStyle="#ffe9a8";if(isColumn)g.fillRect(L+(i-view.x+.5)*w-7,T+H+2,14,wide-2);
        else g.fillRect(L-wide,T+(i-view.y+.5)*h-7,wide-2,14);g.fillStyle="#111827"};
        const sx=each(w),sy=each(h);for(let i=Math.ceil(view.x/sx)*sx;i<view.x+view.w;i+=sx)column(i);
        for(let i=Math.ceil(view.y/sy)*sy;i<view.y+view.h;i+=sy)line(i);
        g.font="12.5px Helvetica,Arial,sans-serif";g.textAlign="center";g.fillText("Source token",L+W/2,CH-6);
        upright("Destination token",13,T+H/2);g.font=font;
        if(hot&&hot[0]>=view.y&&hot[0]<view.y+view.h&&hot[1]>=view.x&&hot[1]<view.x+view.w){const [r,s]=hot;
        g.strokeStyle="rgba(17,24,39,0.55)";g.strokeRect(L+(s-view.x)*w-.5,T-.5,w+1,H+1);
        g.strokeRect(L-.5,T+(r-view.y)*h-.5,W+1,h+1);column(s,true);line(r,true)}
        if(drag&&drag.moved){g.fillStyle="rgba(44,100,200,0.2)";g.strokeStyle="#2c64c8";
        g.fillRect(drag.x,drag.y,drag.u-drag.x,drag.v-drag.y);g.strokeRect(drag.x,drag.y,drag.u-drag.x,drag.v-drag.y)}};
        const tint=()=>{const r=held>=0?held-off:hot?hot[0]:-1;spans.forEach((s,i)=>{
        const l=r<0?0:all.at(shown*R+r,i),k=3*(l>253?D.signed?126:0:tone(l));
        const rgb=[0,1,2].map(j=>all.palette[k+j]),dark=.299*rgb[0]+.587*rgb[1]+.114*rgb[2]<140;
        s.style.backgroundColor=r<0?"#ffffff":"rgb("+rgb+")";s.style.color=r>=0&&dark?"#ffffff":ink;
        s.style.outline=r>=0&&i===r+off?"2px solid #e0a100":"none";
        s.title=r<0?"":labels[r+off]+" \\u2192 "+labels[i]+": "+said(r,i)})};
        const focusRow=r=>{hot=[r,hot?hot[1]:0];draw();tint()};
        const paint=()=>{thumbs.forEach(([b,c],i)=>{const x=c.getContext("2d");x.imageSmoothingEnabled=S>c.width;
        x.imageSmoothingQuality="high";x.drawImage(head(i),0,0,c.width,c.height)});
        toggle.textContent="Colours: "+(strong?"square root":"linear");show(shown)};
        const show=i=>{shown=i;heading.textContent=D.names[i];
        state.textContent=(locked===i?"locked, click again to unlock; ":"")+"drag to zoom"
        +(view.w<S||view.h<R?", double-click for all":"");
        thumbs.forEach(([b],j)=>{b.style.borderColor=j===locked?"#e0a100":j===i?"#2c64c8":"#ffffff";
        b.setAttribute("aria-pressed",j===locked)});draw();tint()};
        const over=e=>{const b=main.getBoundingClientRect(),x=e.clientX-b.left,y=e.clientY-b.top;
        const s=view.x+Math.floor((x-L)/W*view.w),r=view.y+Math.floor((y-T)/H*view.h);
        return{x,y,cell:x>=L&&y>=T&&x<L+W&&y<T+H?[r,s]:null}};
        const tell=()=>{const [r,s]=hot;say(main.offsetLeft-pane.scrollLeft+L+(s-view.x+.5)*W/view.w,main.offsetTop+T+(r-view.y+.5)*H/view.h,
        "Src: "+tokenName(D.tokens[s])+" ("+s+")\\nDest: "+tokenName(D.tokens[r+off])+" ("+(r+off)+")\\nVal: "+said(r,s))};
        main.onpointerdown=e=>{const o=over(e);if(o.cell&&e.button===0){
        drag={x:o.x,y:o.y,u:o.x,v:o.y,from:o.cell,moved:false};main.setPointerCapture(e.pointerId)}};
        main.onpointermove=e=>{const o=over(e);if(drag){const k=Math.max(Math.abs(o.x-drag.x),Math.abs(o.y-drag.y));
        drag.moved=drag.moved||k>6;drag.u=Math.min(L+W,Math.max(L,o.x));drag.v=Math.min(T+H,Math.max(T,o.y));
        if(drag.moved){tip.style.display="none";return draw()}}
        hot=o.cell;draw();tint();if(hot)tell();else tip.style.display="none"};
        main.onpointerup=()=>{if(drag&&drag.moved){const w=W/view.w,h=H/view.h;
        const n=Math.max(2,Math.ceil(Math.max(Math.abs(drag.u-drag.x)/w,Math.abs(drag.v-drag.y)/h)));
        const x=view.x+Math.floor((Math.min(drag.x,drag.u)-L)/w),y=view.y+Math.floor((Math.min(drag.y,drag.v)-T)/h);
        const vw=Math.min(n,S),vh=Math.min(n,R);
        view={x:Math.max(0,Math.min(x,S-vw)),y:Math.max(0,Math.min(y,R-vh)),w:vw,h:vh}}
        drag=null;hot=null;show(shown)};
        main.onpointercancel=()=>{drag=null;draw()};
        main.ondblclick=()=>{view={x:0,y:0,w:S,h:R};show(shown)};
        main.onpointerleave=()=>{if(!drag){hot=null;tip.style.display="none";draw();tint()}};
        keys((dx,dy)=>{if(!dx&&!dy||!S||!R){hot=null;tip.style.display="none";draw();tint();return}
        if(!hot)hot=[view.y,view.x];else hot=[Math.max(view.y,Math.min(view.y+view.h-1,hot[0]+dy)),
        Math.max(view.x,Math.min(view.x+view.w-1,hot[1]+dx))];draw();tint();tell()});
        paint();
        },()=>{});

        """
}
