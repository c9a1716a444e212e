import type { BrowserContext, Page } from '@playwright/test'

/** Presses of keys that type nothing, and of the pointer. */
export interface Presses {
  keys: number
  clicks: number
}

/** Counts what a person presses in pages of this context from now on, over all addresses. */
export const countPresses = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const add = (what: string) => sessionStorage.setItem(what, String(Number(sessionStorage.getItem(what) ?? 0) + 1))
    const isText = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea')
    addEventListener(
      'keydown',
      ({ key, target, repeat }) => repeat || (key.length === 1 && isText(target)) || add('presses.keys'),
      true,
    )
    addEventListener('pointerdown', () => add('presses.clicks'), true)
  })

/** What was pressed in this tab since. */
export const pressesIn = (page: Page): Promise<Presses> =>
  page.evaluate(() => ({
    keys: Number(sessionStorage.getItem('presses.keys') ?? 0),
    clicks: Number(sessionStorage.getItem('presses.clicks') ?? 0),
  }))
