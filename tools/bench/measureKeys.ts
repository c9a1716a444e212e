import { chromium } from '@playwright/test'
import { webFolder } from '../prepare.ts'
import { beginWideForm } from './beginWideForm.ts'
import { openGround } from './ground.ts'
import type { Part } from './report.ts'
import { signInHere } from './signInHere.ts'
import { type Typed, typeNumbers } from './typeNumbers.ts'

export interface Typing {
  /** Of the table typed into. */
  rows: number
  /** Numbers typed, one a row. */
  numbers: number
  /** How many times slower than this machine the browser is made. */
  slower: number
}

/** What a key may take at the 95th percentile (ms). */
const bar = 50

/** Types into a form of so many rows as people do, and tells how long each key took. */
export const measureKeys = async (ask: Typing, executablePath: string): Promise<Part> => {
  const { toPaint, script, task } = await type(ask, executablePath)
  const sorted = [...toPaint].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    report: `## From key to paint

A table of ${ask.rows} rows, ${toPaint.length} keys (${ask.numbers} numbers typed down a column, ten keys a second), Chromium made ${ask.slower} times
slower. From the event of a key to after the paint that follows it:

| p50 ms | p95 ms | most ms | script ms a key | main thread ms a key |
|-------:|-------:|--------:|----------------:|---------------------:|
| ${[at(0.5), at(0.95), at(1), script, task].map(ms => ms.toFixed(1)).join(' | ')} |`,
    verdicts: [{ what: `a key is painted within ${bar} ms (p95)`, holds: at(0.95) < bar }],
  }
}

const type = async ({ rows, numbers, slower }: Typing, executablePath: string): Promise<Typed> => {
  const ground = await openGround({ web: webFolder })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const id = await beginWideForm(ground, rows)
    const context = await browser.newContext({ baseURL: ground.origin, viewport: { width: 1280, height: 800 } })
    const [name = ''] = ground.cast.names
    await signInHere(context, ground.origin, name)
    const page = await context.newPage()
    await page.goto(`/laporan/${id}`)
    await page.locator('table input').first().focus()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    return await typeNumbers(page, cdp, numbers)
  } finally {
    await browser.close()
    await ground.close()
  }
}
