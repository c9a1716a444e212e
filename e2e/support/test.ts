import path from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type BuiltPerson, buildPerson, type PersonSpec } from '@sepakat/db/builders/index.ts'
import axe from 'axe-core'
import { type Product, startProduct } from './product.ts'

export const widths = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
}

export const password = 'kapal-berlayar-pagi'

interface Stage {
  product: Product
  /** Journeys of one name share products, which other files have used too. A name of its own: nothing was done there before. */
  apart: string
  /** A person of the region, and a browser of his or her own signed in at the first post. */
  signIn: (
    spec: PersonSpec,
    size?: { width: number; height: number },
  ) => Promise<{ page: Page; person: BuiltPerson; context: BrowserContext }>
}

/** Two frames after whatever was done, when boxes are measured and what moves has come to rest. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const ends = document.getAnimations().filter(it => it.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ends.map(it => it.finished))
  })

/** No rule is off: WCAG 2.0 to 2.2 A and AA, and best practices. What passes is not described; a page is given axe once. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const named = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) =>
      [id, nodes.map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')].join(': '),
    )
  })
  expect(named, `${what} at ${page.viewportSize()?.width} px`).toEqual([])
}

/** The page does not scroll sideways. */
export const expectNoSideways = async (page: Page, what: string): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${what} scrolls sideways at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0)
}

/** A folder for a picture of each state at each width, to be looked at; none unless named. */
const pictures = process.env.PICTURES

/** Asks of the state on screen: at the widths given axe finds nothing, at all three nothing scrolls sideways; back at the width it had. */
const wellAt =
  (...forAxe: { width: number }[]) =>
  async (page: Page, what: string): Promise<void> => {
    const before = page.viewportSize()
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size)
      if (pictures) await page.screenshot({ path: path.join(pictures, `${what} ${size.width}.png`) })
      if (forAxe.includes(size)) await expectAccessible(page, what)
      await expectNoSideways(page, what)
    }
    if (before) await page.setViewportSize(before)
  }

/** Of the pages that every report uses. */
export const expectWell = wellAt(widths.desktop, widths.phone, widths.narrow)

/** Of one form more on those pages: axe's time is most of a journey's. */
export const expectFormWell = wellAt(widths.desktop, widths.phone)

export const test = base.extend<Pick<Stage, 'signIn'>, Pick<Stage, 'product' | 'apart'>>({
  apart: ['', { scope: 'worker', option: true }],
  product: [
    async ({ apart: _ }, use) => {
      const product = await startProduct()
      await use(product)
      await product.close()
    },
    { scope: 'worker' },
  ],
  signIn: async ({ product, browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (spec, viewport = widths.desktop) => {
      const person = await buildPerson(product.db, { password, ...spec })
      const context = await browser.newContext({ baseURL: product.url, viewport, reducedMotion: 'reduce' })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/')
      await page.getByLabel('NIP atau nama pengguna').fill(person.username)
      await page.getByLabel('Sandi', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Masuk', exact: true }).click()
      await expect(page.getByRole('banner').getByRole('status')).toBeVisible()
      return { page, person, context }
    })
    for (const context of contexts) await context.close()
  },
})
export { expect }
