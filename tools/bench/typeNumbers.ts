import type { CDPSession, Page } from '@playwright/test'

export interface Typed {
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
export const typeNumbers = async (page: Page, cdp: CDPSession, numbers: number): Promise<Typed> => {
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
