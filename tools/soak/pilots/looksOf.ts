import type { Page } from '@playwright/test'
import { pageFaults, widths } from '@sepakat/e2e/support/pageFaults.ts'
import type { Checks } from '../checks.ts'

/** Looks at the state on screen, named by its form; once each, for the quarters of an office look alike. */
export type Look = (page: Page, form: string, state: string) => Promise<void>

/** What the journeys ask of their pages, asked of those of one office. */
export const looksOf = (checks: Checks, office: string): Look => {
  const seen = new Set<string>()
  return async (page, form, state) => {
    const what = `${office}, ${form}, ${state}`
    if (seen.has(what)) return
    seen.add(what)
    const faults = await pageFaults(page, what, [widths.desktop, widths.phone])
    checks.check(
      `${office}: axe finds nothing at 1280 and 390 px and nothing scrolls sideways: form, desk, print`,
      faults.length === 0,
      faults.join('; '),
    )
  }
}
