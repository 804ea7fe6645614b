/** What a page with claims, notes and wide tables has beside the rules of all pages. */
export const tableStyle = `
.claims{margin:.4rem 0 1.2rem;padding:0;list-style:none;max-width:60rem}
.claims li{padding:.35rem 0 .35rem .9rem;border-left:3px solid var(--accent)}.claims li+li{margin-top:.4rem}
.notes{margin:.7rem 0 0;padding:0;list-style:none;color:var(--muted);font-size:.86rem;max-width:60rem}
.notes li+li{margin-top:.2rem}
.figures-table{font-size:.85rem}.figures-table th,.figures-table td{padding-right:.8rem}
.figures-table th:last-child,.figures-table td:last-child{padding-right:0}
.figures-table tbody th{white-space:nowrap;min-width:0;max-width:none;position:sticky;left:0;background:var(--page)}
.figures-table .long{white-space:normal;min-width:14rem;max-width:34rem;overflow-wrap:break-word}
.warnings a{white-space:nowrap}
figure>.legend{font-size:.88rem;margin-top:.3rem}
.pair+.wide{margin-top:1.4rem}
details{margin-top:1.2rem}summary{cursor:pointer}
pre{font:.82rem/1.45 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;background:var(--well);
padding:.9rem 1rem;overflow-x:auto;border-radius:3px}
a{color:inherit}
`.replaceAll('\n', '')
