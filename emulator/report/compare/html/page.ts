import { createHash } from 'node:crypto';
import type { CompareReport, ConversationRow } from '../../../compare/report.ts';
import { closingOf } from '../closing.ts';
import type { Section, SectionCell } from '../section.ts';
import { conditions, sectionsOf, subject } from '../sections.ts';
import { barsSvg } from './bars.ts';
import { distributionSvg } from './distribution.ts';
import { style } from './style.ts';
import { html } from './text.ts';

/** The report as one page that fetches nothing and runs nothing; its own policy says so to the browser. */
export function comparePage(report: CompareReport): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Function or endpoint? ${html(report.setting.function)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Function or endpoint?</h1>
<p>${html(subject(report))}.<br><span class="faint">${html(conditions(report))}.</span></p>
${verdictLine(report)}
</header>
<main>
${recommendationBlock(report)}
${sectionsOf(report)
  .map((section) => sectionBlock(section, report))
  .join('\n')}
<section><h2>Notes</h2><ul>${report.notes.map((note) => `<li>${html(note)}</li>`).join('')}</ul></section>
</main>
</body>
</html>
`;
}

function verdictLine(report: CompareReport): string {
  const { style: look, text, rest } = closingOf(report);
  return `<p class="verdict ${look}">${html([text, ...rest].join(' · '))}</p>`;
}

function recommendationBlock({ recommendation }: CompareReport): string {
  const items = recommendation.claims.map(({ text, rows }) => {
    const links = rows.map((row) => `<a href="#${html(row)}">${html(row)}</a>`).join(' ');
    return `<li>${html(text)} <span class="rows">${links}</span></li>`;
  });
  return `<section><h2>Recommendation</h2><ul>${items.join('\n')}</ul></section>`;
}

function sectionBlock(section: Section, report: CompareReport): string {
  return [
    `<section id="${html(section.id)}"><h2>${html(section.title)}</h2>`,
    section.id === 'latency' ? pictures(report) : '',
    table(section),
    ...section.notes.map((note) => `<p class="faint">${html(note)}.</p>`),
    section.id === 'answers' ? report.conversations.map(differences).join('') : '',
    '</section>',
  ].join('\n');
}

function pictures({ latency }: CompareReport): string {
  const drawn = latency.filter(({ values }) => values.length > 0);
  const of = (start: 'warm' | 'cold', heading: string): string[] => {
    const rows = drawn.filter((row) => row.start === start);
    return rows.length === 0
      ? []
      : [`<h3>${heading}</h3>`, distributionSvg(rows, `Waits for ${start} answers`)];
  };
  return [
    ...of('warm', 'Warm: how many answers had come after which time'),
    ...of('cold', 'Cold: the same for the first answer of a fresh instance or connection'),
    ...(drawn.length === 0 ? [] : ['<h3>What a wait is made of, on average</h3>', barsSvg(drawn)]),
  ].join('\n');
}

function table({ title, columns, rows }: Section): string {
  const sides = columns.map(({ align }) => (align === 'right' ? ' class="right"' : ''));
  const head = columns.map(({ heading }, index) => `<th scope="col"${sides[index]}>${html(heading)}</th>`);
  const seen = new Set<string>();
  const body = rows.map(({ id, cells }) => {
    // A fault has a row for each approach, and an address for both.
    const anchor = seen.has(id) ? '' : ` id="${html(id)}"`;
    seen.add(id);
    const texts = columns.map(
      (column, index) => `<td${sides[index]}>${cellHtml(cells[index], column.heading)}</td>`,
    );
    return `<tr${anchor}>${texts.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${html(title)}"><table><thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`;
}

function cellHtml({ text, style: look }: SectionCell = { text: '' }, heading: string): string {
  const shown = heading === 'source' ? linked(text) : html(text);
  return look === undefined ? shown : `<span class="${look}">${shown}</span>`;
}

/** Addresses as links, which are followed only by a click. */
function linked(text: string): string {
  return text
    .split(/(https:\/\/[^\s,)]+)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${html(part)}" rel="noreferrer">${html(part.replace(/^https:\/\/(www\.)?/, ''))}</a>`
        : html(part),
    )
    .join('');
}

function differences({ name, turns }: ConversationRow): string {
  if (turns.length === 0) return '';
  const items = turns.map(({ turn, input, differences: all, reason }) => {
    const each = all.map((one) => {
      const [function_, endpoint] = [side(one, 'before'), side(one, 'after')];
      return `<li><code>${html(one.path)}</code>: function ${function_}, endpoint ${endpoint}</li>`;
    });
    const why = reason === undefined ? '' : `: cannot be played, ${html(reason)}`;
    return `<li>turn ${turn}, ${html(input)}${why}<ul>${each.join('')}</ul></li>`;
  });
  return `<h3>${html(name)}</h3><ul>${items.join('')}</ul>`;
}

function side(difference: object, key: 'before' | 'after'): string {
  if (!Object.hasOwn(difference, key)) return 'nothing';
  return `<code>${html(JSON.stringify((difference as Record<string, unknown>)[key]) ?? 'undefined')}</code>`;
}
