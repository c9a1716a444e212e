import type { Page } from '@playwright/test'

/** Presses `Keluar` in the menu of who acts here; what follows is the caller's. */
export const signOut = async (page: Page): Promise<void> => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Menu .+/ })
    .click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
}
