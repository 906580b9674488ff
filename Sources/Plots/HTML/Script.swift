/// Pieces of JavaScript that the pictures' scripts are made of. They need no library and reach nothing outside `root`.
enum Script {
    /// `add(css)`: a layer over the picture; `tip`: the box with the hover text; `say(x, y, text)` shows it beside a
    /// point of `root`; `hush()` hides everything.
    static let tooltip = """
        const add=css=>{const e=document.createElement("div");
        e.style.cssText="position:absolute;pointer-events:none;display:none;box-sizing:border-box;"+css;
        root.append(e);return e};
        const tip=add("background:#1f2937;color:#ffffff;font:12px/1.5 Helvetica,Arial,sans-serif;padding:5px 9px;"
        +"border-radius:4px;white-space:pre;z-index:10;text-align:left;box-shadow:0 1px 5px rgba(0,0,0,0.35)");
        tip.setAttribute("aria-live","polite");
        const say=(x,y,text)=>{tip.textContent=text;tip.style.display="block";
        const w=tip.offsetWidth,h=tip.offsetHeight;
        tip.style.left=(x+16+w>root.clientWidth&&x>w+16?x-w-12:x+16)+"px";
        tip.style.top=Math.max(0,y+16+h>root.clientHeight?y-h-10:y+16)+"px"};

        """

    /// `keys(handler)`: arrow keys for those who reach the picture with Tab; a screen reader is told what it is and hands
    /// the keys on. JupyterLab's own shortcuts are held off only then, so that a click into the picture doesn't take them
    /// away.
    static let keyboard = """
        const keys=handler=>{root.tabIndex=0;root.setAttribute("role","application");
        root.setAttribute("aria-label",img.alt+". Arrow keys move through the values.");
        root.addEventListener("focusin",e=>{
        if(e.target.matches(":focus-visible"))root.dataset.lmSuppressShortcuts="true"});
        root.addEventListener("focusout",()=>{delete root.dataset.lmSuppressShortcuts});
        root.addEventListener("keydown",e=>{
        const step={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1],Escape:[0,0]}[e.key];
        if(step&&e.target===root&&handler(...step)!==false){e.preventDefault();e.stopPropagation()}})};

        """

    /// `images()`: width, height, pixels (palette indices, a zero before each row) and palette of every image in the
    /// still picture, read from the PNG files themselves, so that the page holds their data once.
    static let images = """
        const images=()=>Promise.all([...decodeURIComponent(img.src).matchAll(/href='data:image\\/png;base64,([^']+)'/g)]
        .map(async found=>{const b=Uint8Array.from(atob(found[1]),c=>c.charCodeAt(0)),v=new DataView(b.buffer),r={};
        for(let p=8,n;p<b.length;p+=n+12){n=v.getUint32(p);
        const name=String.fromCharCode(...b.subarray(p+4,p+8)),body=b.subarray(p+8,p+8+n);
        if(name==="IHDR"){r.w=v.getUint32(p+8);r.h=v.getUint32(p+12)}
        if(name==="PLTE")r.palette=body;
        if(name==="IDAT")r.raw=new Uint8Array(await new Response(
        new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer())}
        r.at=(row,column)=>r.raw[row*(r.w+1)+column+1];return r}));

        """
}
