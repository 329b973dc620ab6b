/** The style of a guide that is kept as a file: the look of the site in the fonts that a system has, on paper too. */
export const offlineStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf6,#14181a);--ink:light-dark(#1b2023,#ece9e1);--soft:light-dark(#515b61,#a9b0b1);--line:light-dark(#e4e0d6,#2c3437);--accent:light-dark(#0b5d51,#7ccbb9);--serif:Newsreader,"Iowan Old Style",Georgia,"Times New Roman",serif}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 "Source Sans 3","Segoe UI",system-ui,sans-serif}
main{max-width:42.5rem;margin:0 auto;padding:3rem 1rem 5rem;overflow-wrap:break-word}
h1,h2,h3,.standfirst,blockquote,.question h4{font-family:var(--serif);font-weight:500;letter-spacing:-.01em}
h1{font-size:2.75rem;line-height:1.06;margin:.2em 0 0}
h2{font-size:1.9rem;line-height:1.14;margin:2.4em 0 .6em}
h3{font-size:1.4rem;line-height:1.22;margin:2em 0 .5em}
h4{font-size:1.12rem;line-height:1.3;margin:1.6em 0 .4em}
p,ul,ol,dl,table,figure,pre,blockquote{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:.18em}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.88em}
pre{white-space:pre-wrap;border-left:2px solid var(--line);padding-left:1em}
.kicker{margin:0;color:var(--accent);font-weight:600}
.standfirst{font-size:1.3rem;line-height:1.42;margin-top:1rem;color:var(--soft)}
.soft,figcaption{color:var(--soft);font-size:.93em}
nav{border-block:1px solid var(--line);margin-top:2rem;padding:1rem 0 0}
nav h2,.end h2{font-family:inherit;font-size:1rem;font-weight:600;line-height:1.4;letter-spacing:0;margin:0 0 .4em}
.end{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.2rem;font-size:.93em}
li{margin-bottom:.3em}
blockquote{margin-left:0;padding-left:1.1em;border-left:3px solid var(--line);font-size:1.08em}
figure{margin-inline:0}
img{max-width:100%;height:auto}
table{width:100%;border-collapse:collapse;font-size:.92em;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.5em 1em .5em 0;border-bottom:1px solid var(--line)}
.lines li{font-family:var(--serif)}
.ladder{margin:1.4em 0 1em;border-left:2px solid var(--accent);padding-left:1em;font-size:.94em;line-height:1.45}
.ladder>p{margin-bottom:.3em}
.ladder dl{margin:0}
.rung{display:grid;grid-template-columns:9.5rem 1fr;gap:0 1rem;padding:.45em 0;border-top:1px solid var(--line)}
.rung dt{font-weight:600;padding-left:1.6em;position:relative}
.rung dt::before{content:"";position:absolute;left:0;top:.2em;width:.95em;height:.95em;border:1.5px solid currentColor;border-radius:2px}
.rung.target dt::before{border-width:3px}
.rung small{display:block;font-weight:400;color:var(--soft)}
.rung dd{margin:0}
.rung dd p{margin:0 0 .3em}
.facts{font-size:.94em;line-height:1.5}
.facts div{display:grid;grid-template-columns:9.5rem 1fr;gap:0 1rem;margin-bottom:.35em}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.question{border-top:1px solid var(--line);margin-top:1.6em}
@media (max-width:34rem){.rung,.facts div{grid-template-columns:1fr}h1{font-size:2.2rem}}
@media print{
@page{size:A4;margin:18mm 18mm 20mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000}
body{font-size:10.5pt;line-height:1.45}
main{max-width:none;padding:0}
nav{display:none}
h1{font-size:26pt}
h2{font-size:17pt;margin-top:1.6em}
h3{font-size:13pt;margin-top:1.4em}
.end h2{font-size:11pt;margin-top:0}
h1,h2,h3,h4,.ladder>p{break-after:avoid}
p,li{orphans:3;widows:3}
.ladder{border-left:0;padding-left:0;font-size:9.25pt;line-height:1.38}
.rung{padding:.3em 0}
.rung dd p{margin-bottom:.15em}
.rung,.facts div,.step,.question,figure,tr,li{break-inside:avoid}
.text a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}
img{max-height:16cm}
}
`
