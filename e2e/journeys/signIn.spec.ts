import { buildPerson, officeId } from '@sepakat/db/builders/index.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

test('the sign-in page is usable, shows the contact, and keeps what was typed when it is wrong', async ({
  page,
  product,
}) => {
  await page.goto(product.url)
  await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible()
  await expect(page.getByText('Bagian Tata Pemerintahan', { exact: false }).first()).toBeVisible()
  await expect(page.getByLabel('NIP atau nama pengguna')).toBeFocused()
  await expectWell(page, 'sign-in')
  await page.getByLabel('NIP atau nama pengguna').fill('tidak.ada')
  await page.getByLabel('Sandi', { exact: true }).fill('salah-sekali')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText(/Periksa NIP/).first()).toBeVisible()
  await expect(page.getByLabel('NIP atau nama pengguna')).toHaveValue('tidak.ada')
  await expectWell(page, 'sign-in refused')
})

test('an operator signs in and sees what to do now', async ({ signIn, product }) => {
  const office = await officeId(product.db, 'dlh')
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Dinas Lingkungan Hidup')
  await expectWell(page, 'home of an operator')
})

test('no address of the application opens without signing in', async ({ page, product }) => {
  await buildPerson(product.db, { password })
  for (const path of ['/laporan', '/periksa', '/pengelolaan', '/akun']) {
    await page.goto(product.url + path)
    await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible()
  }
})
