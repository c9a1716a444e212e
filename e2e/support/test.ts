import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type BuiltPerson, buildPerson, type PersonSpec } from '@sepakat/db/builders/index.ts'
import { pageFaults, type Size, widths } from './pageFaults.ts'
import { type Product, startProduct } from './product.ts'

export const password = 'kapal-berlayar-pagi'

export interface Stage {
  product: Product
  /** Journeys with one name share a product, which other files have used too. A name of its own gets an unused one. */
  apart: string
  /** Settings of an unused product. */
  env: Record<string, string>
  /** The products of a worker: starting a product takes seconds, a worker with its browser as long again. */
  products: Products
  /** A user of the region, and a browser signed in as the first post. */
  signIn: (
    spec: PersonSpec,
    size?: { width: number; height: number },
  ) => Promise<{ page: Page; person: BuiltPerson; context: BrowserContext }>
}

type Products = (apart: string, env: Record<string, string>) => Promise<Product>

const expectAt =
  (...forAxe: Size[]) =>
  async (page: Page, what: string): Promise<void> =>
    expect(await pageFaults(page, what, forAxe)).toEqual([])

/** Axe on the pages that every report uses. */
export const expectWell = expectAt(widths.desktop, widths.phone, widths.narrow)

/** Axe on one form's own pages: its time is most of a journey's. */
export const expectFormWell = expectAt(widths.desktop, widths.phone)

export const test = base.extend<Pick<Stage, 'signIn' | 'product' | 'apart' | 'env'>, Pick<Stage, 'products'>>({
  apart: ['', { option: true }],
  env: [{}, { option: true }],
  products: [
    async ({ browserName: _ }, use) => {
      const running = new Map<string, Product>()
      const end = async (apart: string) => {
        await running.get(apart)?.close()
        running.delete(apart)
      }
      await use(async (apart, env) => {
        const known = running.get(apart)
        if (known) return known
        // a file that is over leaves nothing running beside the next
        for (const other of running.keys()) if (other !== '') await end(other)
        const product = await startProduct({ env })
        running.set(apart, product)
        return product
      })
      for (const apart of running.keys()) await end(apart)
    },
    { scope: 'worker' },
  ],
  product: async ({ products, apart, env }, use) => use(await products(apart, env)),
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
