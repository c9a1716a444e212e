import { median } from './measure.ts'
import { type Part, table, type Verdict } from './report.ts'
import { type Step, steps, type Visit, type Visitor, visit } from './slowLine.ts'
import { bytesOf, type Carried } from './traffic.ts'

const said: Record<(typeof steps)[number], string> = {
  coldSignIn: 'first visit: until a name can be typed',
  warmStart: 'opened again: until the tasks of home can be pressed',
  formWarm: 'pressed at home: until the first field of a form opened before can be typed into',
  savedCell: 'one cell filled in and left, until it is on the server',
}
/** ms */
const bars: Partial<Record<(typeof steps)[number], number>> = { coldSignIn: 4000, warmStart: 700, formWarm: 500 }
const mostOfASave = 2000

/** So many devices after each other on the slow line; medians. `names`: who signs in, one a visit. */
export const measureVisits = async (names: string[], visitor: Omit<Visitor, 'name' | 'number'>): Promise<Part> => {
  const visits: Visit[] = []
  for (const [at, name] of names.entries()) visits.push(await visit({ ...visitor, name, number: String(4873 + at) }))
  const middle = (step: (typeof steps)[number], of: (step: Step) => number) =>
    median(visits.map(visit => of(visit[step])))
  const rows = steps.map(step => [
    said[step],
    step in bars ? middle(step, ({ ms }) => ms).toFixed(0) : '',
    step in bars ? visits.map(visit => visit[step].ms.toFixed(0)).join(' ') : '',
    middle(step, ({ carried }) => carried.length).toFixed(0),
    middle(step, ({ carried }) => bytesOf(carried)).toLocaleString('en'),
  ])
  const all = visits.flatMap(visit => steps.flatMap(step => visit[step].carried))
  return {
    report: `## On a slow line

400 kbit/s each way and 400 ms more for each request, by the browser's emulation; ${visits.length} devices after each other, medians. Bytes are
those of headers and bodies both ways until the line was quiet again; a stream that stays open is not counted.

${table(['', 'ms', 'each', 'requests', 'bytes'], rows)}`,
    verdicts: [
      ...Object.entries(bars).map(([step, bar]) => ({
        what: `${said[step as keyof typeof said]}: under ${bar / 1000} s`,
        holds: middle(step as keyof typeof said, ({ ms }) => ms) < bar,
      })),
      ...byBytes(visits, all),
    ],
  }
}

const isChanges = ({ path }: Carried) => path.includes('/changes?')
const ofApi = ({ path }: Carried) => path.startsWith('/api/v1/') && !path.startsWith('/api/v1/session')

/** Holds where no request breaks it; else names those that do. */
const verdict = (what: string, broken: Carried[]): Verdict => {
  const named = broken.map(({ method, status, path, up, down }) => `${method} ${path} ${status} (${up} + ${down} B)`)
  return { what: [what, ...new Set(named)].join('; '), holds: broken.length === 0 }
}

const byBytes = (visits: Visit[], all: Carried[]): Verdict[] => [
  {
    what: `a saved cell costs under ${mostOfASave / 1000} KB, both ways and headers too`,
    holds: visits.every(({ savedCell: { carried } }) => carried.length > 0 && bytesOf(carried) < mostOfASave),
  },
  verdict(
    'lists that did not change are 304',
    visits.flatMap(({ warmStart }) => warmStart.carried.filter(ofApi).filter(({ status }) => status !== 304)),
  ),
  verdict(
    'a form opened again brings what came after its copy, asked for once, and nothing else',
    visits.flatMap(({ formWarm: { carried } }) => [
      ...carried.filter(isChanges).slice(1),
      ...carried.filter(one => !isChanges(one) && one.status !== 304),
    ]),
  ),
  verdict(
    'every text over 1 KB is compressed',
    all.filter(one => !isSmall(one)),
  ),
  verdict(
    'no font is waited for',
    all.filter(({ media, path }) => /font|\.woff/.test(media + path)),
  ),
]

/** Compressed, or with its headers hardly more than a packet; pictures are compressed already. */
const isSmall = ({ encoding, media, down }: Carried): boolean =>
  encoding !== '' || media.startsWith('image/png') || down < 1700
