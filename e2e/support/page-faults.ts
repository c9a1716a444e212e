import path from 'node:path'
import type { Page } from '@playwright/test'
import axe from 'axe-core'

export interface Size {
  width: number
  height: number
}
export const widths = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} satisfies Record<string, Size>

/** A folder for a picture of each state at each width, to be looked at; none unless named. */
const pictures = process.env.PICTURES

/** Two frames after whatever was done, when boxes are measured and what moves has come to rest. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const ends = document.getAnimations().filter(it => it.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ends.map(it => it.finished))
  })

/** No rule is off: WCAG 2.0 to 2.2 A and AA, and best practices. What passes is not described; a page is given axe once. */
const axeFinds = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) =>
      [id, nodes.map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')].join(': '),
    )
  })
}

const sideways = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`scrolls sideways by ${over} px`] : []
}

/**
 * What is wrong with the state on screen, empty where it is well: what axe finds at the widths given, and at all three what
 * scrolls sideways. The page is back at the width it had.
 * @param what the state, in words; a picture is named after it
 */
export const pageFaults = async (page: Page, what: string, forAxe: readonly Size[]): Promise<string[]> => {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const size of Object.values(widths)) {
    await page.setViewportSize(size)
    await settled(page)
    if (pictures) await page.screenshot({ path: path.join(pictures, `${what.replaceAll('/', ' ')} ${size.width}.png`) })
    const found = [...(forAxe.includes(size) ? await axeFinds(page) : []), ...(await sideways(page))]
    faults.push(...found.map(fault => `${what} at ${size.width} px: ${fault}`))
  }
  if (before) await page.setViewportSize(before)
  return faults
}
