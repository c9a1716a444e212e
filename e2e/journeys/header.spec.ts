import { randomUUID } from 'node:crypto'
import { widths } from '../support/pageFaults.ts'
import { expect, test } from '../support/test.ts'

const pictures = process.env.PICTURES

const posts = [{ role: 'leader' }, { role: 'coordinator' }, { role: 'auditor', title: 'Inspektur Pembantu' }] as const

for (const post of posts)
  test(`the header of a ${post.role} is one line at every width, with 44 px for a finger on each button`, async ({
    browser,
    product,
    signIn,
  }) => {
    const { context, person } = await signIn({ name: `Header ${post.role}`, posts: [post] })
    await product.db.prisma.notice.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        ...{
          id: randomUUID(),
          personId: person.id,
          kind: 'reminder',
          day: new Date(Date.UTC(2026, 0, 1 + n)),
          lines: [],
        },
        at: new Date(),
      })),
    })
    const storageState = await context.storageState()
    for (const [name, viewport] of Object.entries(widths)) {
      const hasTouch = name !== 'desktop'
      const touch = await browser.newContext({
        baseURL: product.url,
        viewport,
        storageState,
        hasTouch,
        isMobile: hasTouch,
      })
      const page = await touch.newPage()
      await page.goto('/pemberitahuan')
      const header = page.getByRole('banner')
      await expect(header.getByRole('link', { name: /^Pemberitahuan 99\+/ })).toBeVisible()
      if (pictures) await page.screenshot({ path: `${pictures}/header ${post.role} ${viewport.width}.png` })
      const badge = await header.getByText('99+').boundingBox()
      expect.soft(badge?.height, `${name}: the number of notices in one line`).toBeLessThanOrEqual(30)
      const box = await header.boundingBox()
      expect.soft(box?.height, `${name}: one line`).toBeLessThanOrEqual(64)
      const boxes = await header.locator('button:visible, a:visible').evaluateAll(all =>
        all.map(one => {
          const { left, right, width, height } = one.getBoundingClientRect()
          const cut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden'
          return { words: one.textContent ?? '', left, right, width, height, cut }
        }),
      )
      for (const one of boxes) {
        expect.soft(one.right, `${name}: ${one.words}`).toBeLessThanOrEqual(viewport.width)
        expect.soft(one.cut, `${name}: ${one.words} is cut`).toBe(false)
        if (hasTouch && !one.words.startsWith('SEPAKAT')) {
          expect.soft(one.height, `${name}: ${one.words}, height`).toBeGreaterThanOrEqual(44)
          expect.soft(one.width, `${name}: ${one.words}, width`).toBeGreaterThanOrEqual(44)
        }
      }
      await touch.close()
    }
  })
