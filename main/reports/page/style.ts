import { darkColours, lightColours } from './colours.ts'

/** The page's style sheet. Every colour is a property, so that dark mode and print exchange only those. */
export const style = `
:root{color-scheme:light dark;${lightColours}}
@media (prefers-color-scheme:dark){:root{${darkColours}}}
@media print{:root{color-scheme:light;${lightColours}}}
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:74rem;margin:0 auto;padding:2.5rem clamp(1rem,4vw,3rem) 4rem;overflow-wrap:anywhere}
h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.1rem);line-height:1.2;font-weight:650;letter-spacing:-.015em;
margin:0 0 .8rem;
text-wrap:balance;max-width:48rem}
h2{font-size:1.2rem;line-height:1.3;font-weight:650;margin:0 0 .3rem;letter-spacing:-.005em}
.kind{margin:0 0 .4rem;color:var(--muted);font-size:.85rem}
.opening{max-width:46rem;font-size:1.06rem;margin:0;text-wrap:pretty}
.lead{max-width:46rem;color:var(--muted);margin:0 0 1rem;text-wrap:pretty}
section{margin-top:3rem}
code{font:.92em ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.2rem 2rem;
margin:2rem 0 0;
border-block:1px solid var(--rule);padding:1.1rem 0 1.2rem}
.figures dt{color:var(--muted);font-size:.85rem}
.figures dd{margin:0;font-size:1.75rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;
letter-spacing:-.02em}
.figures dd.note{font-size:.82rem;line-height:1.4;font-weight:400;letter-spacing:0;color:var(--muted)}
.warnings{margin-top:1.5rem;border-left:4px solid var(--warn);padding:.1rem 0 .1rem 1rem;max-width:50rem}
.warnings ul{margin:0;padding:0;list-style:none}.warnings li+li{margin-top:.35rem}
.gallery{list-style:none;margin:0;padding:0;display:grid;gap:1.4rem .9rem;
grid-template-columns:repeat(auto-fill,minmax(8.4rem,1fr))}
.gallery li{min-width:0;font-size:.82rem;line-height:1.4;break-inside:avoid}
.picture{aspect-ratio:1;background:var(--well);border:1px solid var(--rule);display:grid;
place-items:center;overflow:hidden;
border-radius:3px}
.picture img{width:100%;height:100%;object-fit:contain;image-rendering:pixelated;display:block}
.picture img.smooth{image-rendering:auto}
.missing{color:var(--muted);text-align:center;font-size:.78rem}
.gallery .flagged .picture{border-color:var(--anomaly);box-shadow:0 0 0 1px var(--anomaly)}
.line{display:flex;gap:.45rem;align-items:baseline;margin-top:.35rem;font-variant-numeric:tabular-nums;
flex-wrap:wrap}
.rank{font-weight:650}.rank::after{content:"."}
.flag{color:var(--anomaly-text);margin-left:auto}
.held{color:var(--anomaly-text)}
.quiet,.file,.why{color:var(--muted)}.why{margin:.25rem 0 0}.judged{font-weight:600}
.file{font-size:.76rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));column-gap:3rem}
.pair figure{max-width:36rem}
figure{margin:.6rem 0 0;break-inside:avoid}
@media (min-width:60rem){figure.beside{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:2rem}
.beside .legend{flex-direction:column}}
figcaption{font-size:.88rem;color:var(--muted);margin-top:.5rem;max-width:46rem}
figcaption p{margin:.4rem 0 0}figcaption strong{color:var(--ink);font-weight:600}
.chart{display:block;width:100%;height:auto;overflow:visible}
.chart text{font-family:inherit!important;font-variant-numeric:tabular-nums}
.legend{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;color:var(--ink)}
.swatch{width:.95em;height:.95em;vertical-align:-.1em}.swatch.stroke{width:1.7em;height:.65em;
vertical-align:.05em}
.wide{overflow-x:auto;overflow-wrap:normal}
.wide th,.wide td{white-space:nowrap}
.wide tbody th{white-space:normal;overflow-wrap:break-word;min-width:6rem;max-width:20rem}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
.wide table{width:100%}
th,td{text-align:left;font-weight:400;padding:.34rem 1.1rem .34rem 0;border-bottom:1px solid var(--rule);
vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-size:.82rem;vertical-align:bottom;border-bottom-color:var(--axis)}
.n{text-align:right}
tr,.claims li,.commands,.signatures{break-inside:avoid}
.steps,.limits{margin:0;padding-left:1.3rem;max-width:46rem}.steps li+li,.limits li+li{margin-top:.35rem}
.signatures{width:100%;max-width:60rem;margin-top:.8rem;table-layout:fixed}.signatures td,.signatures th{padding:.3rem 1rem .3rem 0}
.signatures td,.signatures th{height:3.4rem;vertical-align:bottom}.signatures .titles>*{height:auto;color:var(--muted);font-size:.82rem}
.signatures th:first-child,.signatures td:first-child{width:8rem}
h3{font-size:1rem;font-weight:650;margin:1.6rem 0 .3rem}
section>.wide+.lead,section>.wide+p{margin-top:1rem}
th button{all:unset;cursor:pointer;display:inline-flex;gap:.3em;align-items:baseline}
th button:hover{color:var(--ink)}
th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
th button::after{content:"↕";color:var(--faint);font-size:.85em}
th[aria-sort=ascending] button::after{content:"↑";color:var(--ink)}
th[aria-sort=descending] button::after{content:"↓";color:var(--ink)}
.commands span{white-space:nowrap}.commands{white-space:pre-wrap;margin:.6rem 0 0;max-width:60rem}
.hash{font-size:.78rem}
.share{white-space:nowrap;min-width:11rem}
.bar{width:6rem;height:.55rem;margin-right:.6rem}.bar rect{fill:var(--well)}.bar .part{fill:var(--accent)}
.bar.strange .part{fill:var(--anomaly)}
.members .words{white-space:normal;min-width:16rem;max-width:26rem;overflow-wrap:break-word}
.spark .chart{width:9.4rem;height:2.5rem}
strong.bad{color:var(--anomaly-text)}
.settings{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.6rem 3rem;
align-items:start}
.settings table{width:100%;font-size:.86rem}
.settings caption{text-align:left;font-weight:650;padding-bottom:.3rem}
.settings th{color:var(--muted);width:9.5rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.8rem;color:var(--muted);
font-size:.82rem}footer p{margin:0}
@media (max-width:34rem){.chart text{font-size:17px!important}
.latent .chart text{font-size:21px!important}.spark .chart{width:7rem}
.gallery{grid-template-columns:repeat(auto-fill,minmax(6.6rem,1fr));gap:1.1rem .7rem}
body{padding-top:1.5rem}}
@media print{html{font-size:10.5pt}body{max-width:none;padding:0}h2,h3{break-after:avoid}footer{margin-top:1rem}
.lead{break-after:avoid;break-inside:avoid}
.pair{grid-template-columns:1fr 1fr;column-gap:8mm}.gallery li{padding-top:3px}
.gallery{grid-template-columns:repeat(6,1fr)}.wide{overflow:visible}th button::after{content:none!important}pre{white-space:pre-wrap}
.wide th,.wide td{white-space:normal}.wide tbody th{min-width:0}th,td{padding-right:.7rem}
.share{min-width:8rem}.bar{width:4rem}.members .words{min-width:0}.spark .chart{width:6.5rem}
.settings{grid-template-columns:1fr}.settings table{break-inside:avoid}thead{display:table-header-group;break-inside:avoid}.short{break-inside:avoid}
.figures-table tbody th{position:static!important}
figure.beside{display:block}.latent figure .chart,figure.beside .chart{max-height:120mm}
@page{margin:16mm 14mm 18mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);
font:8.5pt system-ui,sans-serif;color:#59626c}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.replaceAll('\n', '')
