import { type Audit, audit, bringLighthouse } from './lighthouse.ts'
import { median } from './measure.ts'
import { type Part, table, type Verdict } from './report.ts'
import type { Visitor } from './slowLine.ts'

interface AuditedPage {
  what: string
  at: string
  signedIn: boolean
  performance: number
}
/** Of accessibility and best practices, everywhere. */
const well = 95

/** What Lighthouse says of sign-in, home and a form on a phone: medians of so many rounds. */
export const measurePages = async (rounds: number, visitor: Omit<Visitor, 'number'>, rows: number): Promise<Part> => {
  const lighthouse = await bringLighthouse()
  const pages: AuditedPage[] = [
    { what: 'sign-in', at: '/', signedIn: false, performance: 95 },
    { what: 'home', at: '/', signedIn: true, performance: 95 },
    { what: `form of ${rows} rows`, at: `/laporan/${visitor.report}`, signedIn: true, performance: 90 },
  ]
  const audits = new Map(pages.map(page => [page, [] as Audit[]]))
  // one after the other in each round: what else this machine does falls on all
  for (let round = 0; round < rounds; round++)
    for (const [page, done] of audits) done.push(await audit(lighthouse, visitor, page))
  const lines: string[][] = []
  const verdicts: Verdict[] = []
  for (const [page, done] of audits) {
    const of = (name: keyof Audit) => median(done.map(one => one[name]))
    const ms = (name: keyof Audit) => `${of(name).toFixed(0)} ms`
    const [performance, accessibility, best] = [of('performance'), of('accessibility'), of('best-practices')]
    lines.push([
      page.what,
      `${performance} (${done.map(one => one.performance).join(' ')})`,
      String(accessibility),
      String(best),
      ms('first-contentful-paint'),
      ms('largest-contentful-paint'),
      ms('total-blocking-time'),
      of('cumulative-layout-shift').toFixed(3),
    ])
    verdicts.push(
      { what: `${page.what}: performance at least ${page.performance}`, holds: performance >= page.performance },
      {
        what: `${page.what}: accessibility and best practices at least ${well}`,
        holds: Math.min(accessibility, best) >= well,
      },
    )
  }
  const head = ['', 'performance', 'accessibility', 'best practices', 'FCP', 'LCP', 'TBT', 'CLS']
  return {
    report: `## Lighthouse, as on a phone

Its default: slow 4G simulated, processor four times slower, nothing on the device; ${rounds} rounds, medians.

${table(head, lines)}`,
    verdicts,
  }
}
