import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

export interface Size {
  width: number
  height: number
}
export const widths = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} satisfies Record<string, Size>

/** Half of what `axe.source` gives, which each page has to read. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A folder for screenshots of each state at each width; none by default. */
const pictures = process.env.PICTURES

/** Two frames after the last action, when boxes are measured and animations have ended. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const ends = document.getAnimations().filter(it => it.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ends.map(it => it.finished))
  })

/**
 * No rule is disabled: WCAG 2.0 to 2.2 A and AA, and best practices. Passes are not reported; axe is injected once per page,
 * which has no media to load ahead; what it finds is named by selector, so no element's HTML is kept.
 */
const axeFinds = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe: judge } = window as Window & { axe?: typeof axe }
    judge!.configure({ noHtml: true })
    const { violations } = await judge!.run({ resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) =>
      [id, nodes.map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')].join(': '),
    )
  })
}

const sideways = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`scrolls sideways by ${over} px`] : []
}

/** Whether the page scrolls sideways at this size; it is reset to its own. */
export const sidewaysAt = async (page: Page, size: Size): Promise<string[]> => {
  const before = page.viewportSize()
  await page.setViewportSize(size)
  await settled(page)
  const faults = await sideways(page)
  if (before) await page.setViewportSize(before)
  return faults
}

/**
 * The faults of the state on screen, empty if there are none: axe violations at the given widths, and horizontal scrolling at all
 * three. The page is reset to its width.
 * @param what the state, in words; a screenshot is named after it
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
