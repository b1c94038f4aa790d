/** The page's style: both schemes of the reader's system, readable from a phone to a wall, nothing fetched. */
export const style = `
:root { color-scheme: light dark; --text: #1b1f24; --faint: #59636e; --line: #d1d9e0; --page: #fff; --raised: #f6f8fa;
  --function: #0550ae; --endpoint: #bc4c00; --good: #116329; --bad: #a40e26; --doubtful: #7d4e00;
  --start: #8250df; --transport: #6e7781; --auth: #bf3989; --bot: #1a7f37; --outbound: #9a6700; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --faint: #9198a1; --line: #3d444d; --page: #0d1117; --raised: #151b23;
    --function: #79c0ff; --endpoint: #ffa657; --good: #56d364; --bad: #ff7b72; --doubtful: #e3b341;
    --start: #d2a8ff; --transport: #8b949e; --auth: #f778ba; --bot: #3fb950; --outbound: #d29922; }
}
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; }
h1, h2, h3, li { overflow-wrap: anywhere; } h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p, li { max-width: 70rem; } .faint, caption, .label { color: var(--faint); }
.verdict { display: inline-block; padding: .2rem .7rem; border: 1px solid currentColor; border-radius: 1rem; font-weight: 600; }
.good { color: var(--good); } .bad { color: var(--bad); } .doubtful { color: var(--doubtful); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--faint); font-weight: 600; white-space: nowrap; } .right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr:target { background: var(--raised); outline: 2px solid var(--function); } td a { overflow-wrap: anywhere; }
code { font: .88em ui-monospace, monospace; background: var(--raised); padding: .05rem .25rem; border-radius: .2rem; overflow-wrap: anywhere; }
a { color: var(--function); } svg { display: block; width: 100%; max-width: 52rem; height: auto; margin: .5rem 0 1rem; }
svg text { font: 12px system-ui, sans-serif; fill: var(--faint); } .grid { stroke: var(--line); stroke-width: 1; }
.curve { fill: none; stroke-width: 2.2; } .curve.function { stroke: var(--function); }
.curve.endpoint { stroke: var(--endpoint); stroke-dasharray: 7 3; }
.mark.function { fill: var(--function); } .mark.endpoint { fill: var(--endpoint); }
.part { stroke: var(--page); stroke-width: 1; } .part.start { fill: var(--start); } .part.transport { fill: var(--transport); } .part.auth { fill: var(--auth); }
.part.bot { fill: var(--bot); } .part.outbound { fill: var(--outbound); }
.rows a { margin-right: .4rem; font-size: .8rem; white-space: nowrap; }
`;
