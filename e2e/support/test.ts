import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type BuiltPerson, buildPerson, type PersonSpec } from '@sepakat/db/builders/index.ts'
import { pageFaults, type Size, widths } from './pageFaults.ts'
import { type Product, startProduct } from './product.ts'

export const password = 'kapal-berlayar-pagi'

export interface Stage {
  product: Product
  /** Journeys with one name share products, which other files have used too. A name of its own gets an unused one. */
  apart: string
  /** Settings of an unused product. */
  env: Record<string, string>
  /** A user of the region, and a browser signed in as the first post. */
  signIn: (
    spec: PersonSpec,
    size?: { width: number; height: number },
  ) => Promise<{ page: Page; person: BuiltPerson; context: BrowserContext }>
}

const expectAt =
  (...forAxe: Size[]) =>
  async (page: Page, what: string): Promise<void> =>
    expect(await pageFaults(page, what, forAxe)).toEqual([])

/** Axe on the pages that every report uses. */
export const expectWell = expectAt(widths.desktop, widths.phone, widths.narrow)

/** Axe on one form's own pages: its time is most of a journey's. */
export const expectFormWell = expectAt(widths.desktop, widths.phone)

export const test = base.extend<Pick<Stage, 'signIn'>, Pick<Stage, 'product' | 'apart' | 'env'>>({
  apart: ['', { scope: 'worker', option: true }],
  env: [{}, { scope: 'worker', option: true }],
  product: [
    async ({ apart: _, env }, use) => {
      const product = await startProduct({ env })
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
export { expect, widths }
