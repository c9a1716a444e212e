import type { Page } from '@playwright/test'
import { expect, password } from './test.ts'

/** Signs in where that is asked: whether a browser that was closed or killed still has its session's cookie is a matter of moments. */
export const comeIn = async (page: Page, username: string): Promise<void> => {
  const name = page.getByLabel('NIP atau nama pengguna')
  const within = page.getByRole('banner').getByRole('status')
  await expect(name.or(within)).toBeVisible({ timeout: 20_000 })
  if (await within.isVisible()) return
  await name.fill(username)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(within).toBeVisible()
}
