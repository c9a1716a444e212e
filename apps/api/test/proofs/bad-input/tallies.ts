import type { Tally } from './proveRoute.ts'
import type { WalkTally } from './proveWalks.ts'

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)

/** What was tried and what came of it, as Markdown, route by route. */
export const reportOf = (tallies: Tally[], walked: WalkTally | null): string => {
  const statuses = [...new Set(tallies.flatMap(({ answers }) => Object.keys(answers)))].sort()
  const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`
  const line = ({ route, tries, reached, answers, slowestMs }: Omit<Tally, 'failure' | 'route'> & { route: string }) =>
    row([route, tries, reached, ...statuses.map(status => answers[Number(status)] ?? ''), Math.round(slowestMs)])
  const writing = tallies.filter(({ route }) => !route.startsWith('GET '))
  const whole = {
    route: '**all**',
    tries: sum(tallies.map(({ tries }) => tries)),
    reached: sum(tallies.map(({ reached }) => reached)),
    answers: Object.fromEntries(
      statuses.map(status => [status, sum(tallies.map(({ answers }) => answers[Number(status)] ?? 0))]),
    ),
    slowestMs: Math.max(...tallies.map(({ slowestMs }) => slowestMs)),
  }
  const all = [...tallies, { route: 'walks', failure: walked?.failure ?? null }]
  const failures = all.flatMap(({ route, failure }) => (failure ? [`### ${route}\n\n\`\`\`\n${failure}\n\`\`\``] : []))
  return [
    'Each route is asked by those who may (a person and, where it has one, a key), the limiter off, with bodies made of the contract',
    'and then spoiled: wrong types, texts of megabytes, deep nesting, other encodings, NUL, prototype keys, ids of another office,',
    'cut bodies, keys twice, other content types, odd addresses and parameters. A refusal writes nothing; all that an accepted request',
    'wrote is read back and compared; no answer is a 5xx, none takes two seconds.',
    '',
    `${whole.tries} tries, ${sum(writing.map(({ tries }) => tries))} of them on ${writing.length} writing routes (each at least ${Math.min(...writing.map(({ tries }) => tries))}).`,
    '',
    row(['route', 'tries', 'reached the handler', ...statuses, 'slowest, ms']),
    row(['---', ...Array.from({ length: statuses.length + 3 }, () => '--:')]),
    ...tallies.map(line),
    line(whole),
    ...(walked ? ['', walksOf(walked)] : []),
    ...(failures.length > 0 ? ['', '## What failed', '', ...failures] : []),
  ].join('\n')
}

const walksOf = ({ walks, answers }: WalkTally): string => {
  const counts = Object.entries(answers).map(([status, count]) => `${count} × ${status}`)
  return `${walks} walks besides: a report of any form, filled with answers that have a shape and no sense, taken through up to 14 saves, moves, notes and uploads in any order, then read whole by its office and its reviewer: ${counts.join(', ')}.`
}
