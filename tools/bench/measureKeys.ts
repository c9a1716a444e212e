import { type CDPSession, chromium, type Page } from '@playwright/test'
import { webFolder } from '../prepare.ts'
import { beginDeepForm } from './beginDeepForm.ts'
import { beginWideForm } from './beginWideForm.ts'
import { type Ground, openGround } from './ground.ts'
import { quantile } from './quantile.ts'
import type { Part } from './report.ts'
import { signInHere } from './signInHere.ts'

interface Typed {
  /** From the event of each key to after the paint that follows it (ms). */
  toPaint: number[]
  /** Time the page's main thread took for one key, scripts and all of it (ms). */
  script: number
  task: number
}

/** A digit a tenth of a second, as a practised person types; then down to the next row. */
const between = 100
const digits = '48731'

/** Runs in the page: notes for each key the time from its event to after the next paint. */
const noteKeys = `
  window.noted = []
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => noted.push(performance.now() - timeStamp)
    port2.postMessage(null)
  }), true)`

/** Types so many numbers down one column, from the cell that has the focus. */
const typeNumbers = async (page: Page, cdp: CDPSession, numbers: number): Promise<Typed> => {
  await page.evaluate(noteKeys)
  const before = await mainThread(cdp)
  for (let n = 0; n < numbers; n++) {
    for (const key of [...digits, 'Enter']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(between)
    }
  }
  const after = await mainThread(cdp)
  const toPaint = await page.evaluate<number[]>('noted')
  const perKey = (name: 'ScriptDuration' | 'TaskDuration') => ((after[name] - before[name]) * 1000) / toPaint.length
  return { toPaint, script: perKey('ScriptDuration'), task: perKey('TaskDuration') }
}

const mainThread = async (cdp: CDPSession): Promise<Record<'ScriptDuration' | 'TaskDuration', number>> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0
  return { ScriptDuration: of('ScriptDuration'), TaskDuration: of('TaskDuration') }
}

export interface Typing {
  /** Of the table typed into. */
  rows: number
  /** Numbers typed, one a row. */
  numbers: number
  /** How many times slower than this machine the browser is made. */
  slower: number
}

/** A form whose keys are measured. */
interface Wide {
  title: string
  /** What is typed into, of so many rows. */
  table: (rows: number) => string
  /** Creates its report; returns the id. */
  begin: (ground: Ground, rows: number) => Promise<string>
  /** Leads to the first cell of a column. */
  focus: (page: Page) => Promise<void>
}

/** From below: what unfolds is then further down, and what is above it stays on the screen. */
const unfoldAll = async (page: Page): Promise<void> => {
  const folded = page.locator('button[data-fold][aria-expanded="false"]')
  await folded.first().waitFor()
  while ((await folded.count()) > 0) await folded.last().click()
}

export const wideForms: Wide[] = [
  {
    title: 'From key to paint',
    table: rows => `A table of ${rows} rows`,
    begin: beginWideForm,
    focus: page => page.locator('table input').first().focus(),
  },
  {
    title: 'From key to paint, over levels',
    table: rows => `An LKPJ of about ${rows} lines, all unfolded, sums of money in place on each level`,
    begin: beginDeepForm,
    async focus(page) {
      await unfoldAll(page)
      await page
        .getByRole('textbox', { name: /Realisasi anggaran/ })
        .first()
        .focus()
    },
  },
]

/** What a key may take at the 95th percentile (ms). */
const bar = 50

/** Types into a form of so many rows as people do, and tells how long each key took. */
export const measureKeys = async (wide: Wide, ask: Typing, executablePath: string): Promise<Part> => {
  const { toPaint, script, task } = await type(wide, ask, executablePath)
  const sorted = [...toPaint].sort((a, b) => a - b)
  const at = (share: number) => quantile(sorted, share)
  return {
    report: `## ${wide.title}

${wide.table(ask.rows)}, ${toPaint.length} keys (${ask.numbers} numbers typed down a column, ten keys a second), Chromium made ${ask.slower} times
slower. From the event of a key to after the paint that follows it:

| p50 ms | p95 ms | most ms | script ms a key | main thread ms a key |
|-------:|-------:|--------:|----------------:|---------------------:|
| ${[at(0.5), at(0.95), at(1), script, task].map(ms => ms.toFixed(1)).join(' | ')} |`,
    verdicts: [{ what: `${lower(wide.title)}: a key is painted within ${bar} ms (p95)`, holds: at(0.95) < bar }],
  }
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

const type = async (wide: Wide, { rows, numbers, slower }: Typing, executablePath: string): Promise<Typed> => {
  const ground = await openGround({ web: webFolder })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const id = await wide.begin(ground, rows)
    const context = await browser.newContext({ baseURL: ground.origin, viewport: { width: 1280, height: 800 } })
    const [name = ''] = ground.cast.names
    await signInHere(context, ground.origin, name)
    const page = await context.newPage()
    await page.goto(`/laporan/${id}`)
    await wide.focus(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    return await typeNumbers(page, cdp, numbers)
  } finally {
    await browser.close()
    await ground.close()
  }
}
