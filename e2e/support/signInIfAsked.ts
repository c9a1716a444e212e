import type { Page } from '@playwright/test'
import { expect, password } from './test.ts'

/** Signs in where asked: whether a closed or killed browser still has its session's cookie depends on timing. */
export const signInIfAsked = async (page: Page, username: string): Promise<void> => {
  const name = page.getByLabel('NIP atau nama pengguna')
  const within = page.getByRole('banner').getByRole('status')
  await expect(name.or(within)).toBeVisible()
  if (await within.isVisible()) return
  await name.fill(username)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(within).toBeVisible()
}
