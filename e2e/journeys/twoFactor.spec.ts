import type { Page } from '@playwright/test'
import { type BuiltPerson, buildPerson, type PostSpec } from '@sepakat/db/builders/index.ts'
import { type Product, startProduct } from '../support/product.ts'
import { expect, expectFormWell, password, test } from '../support/test.ts'
import { totpOf } from '../support/totp.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct({ env: { SECOND_FACTOR: 'required' } })
})
test.afterAll(() => product.close())
// One person's steps take longer than the half minute of a code
test.beforeEach(() => test.slow())

const here = (page: Page) => page.getByRole('banner').getByRole('status')
const come = async (page: Page, post: PostSpec): Promise<BuiltPerson> => {
  const person = await buildPerson(product.db, { password, name: 'Ratna Sari, S.Kom.', posts: [post] })
  await page.goto(product.url)
  await typePassword(page, person)
  return person
}
const typePassword = async (page: Page, { username }: BuiltPerson): Promise<void> => {
  await page.getByLabel('NIP atau nama pengguna').fill(username)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}
const typeCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel(/^Kode (verifikasi|pemulihan)/).fill(code)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}
const signOut = async (page: Page): Promise<void> => {
  await page.request.delete(`${product.url}/api/v1/session`, { headers: { origin: product.url } })
  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto(product.url)
}
/** From the password to the recovery codes; returns the key and those codes. */
const setUp = async (page: Page): Promise<{ key: string; codes: string[] }> => {
  await page.getByLabel('Sandi Anda').fill(password)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await expect(page.getByRole('list').filter({ hasText: 'Pasang aplikasi autentikator' })).toBeFocused()
  const key = (await page.getByText('Kunci bila kode tidak dapat dipindai').locator('code').textContent()) ?? ''
  await expectFormWell(page, 'second factor to scan')
  await page.getByLabel('Kode verifikasi').fill('12')
  await page.getByRole('button', { name: 'Pasang', exact: true }).click()
  await expect(page.getByText(/Tulis kode yang sedang tampil/)).toBeVisible()
  await expect(page.getByLabel('Kode verifikasi')).toBeFocused()
  await page.getByLabel('Kode verifikasi').fill(totpOf(key, Date.now()))
  await page.getByRole('button', { name: 'Pasang', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Simpan kode pemulihan' })).toBeFocused()
  await expectFormWell(page, 'recovery codes')
  const codes = await page.getByRole('main').locator('li code').allTextContents()
  await page.getByRole('button', { name: 'Salin' }).click()
  await expect(
    page.getByRole('button', { name: 'Tersalin' }).or(page.getByText(/^Kode pemulihan sudah dipilih/)),
  ).toBeVisible()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  return { key, codes }
}

test('an administrator sets up a second factor before anything else, and signs in with it from then on', async ({
  page,
}) => {
  const admin = await come(page, { role: 'admin' })
  await expect(page.getByRole('heading', { name: 'Pasang verifikasi dua langkah dahulu' })).toBeVisible()
  await page.goto(`${product.url}/pengelolaan/orang`)
  await expect(page.getByRole('heading', { name: 'Pasang verifikasi dua langkah dahulu' })).toBeVisible()
  await expectFormWell(page, 'second factor asked for')
  const { key, codes } = await setUp(page)
  await expect(here(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Orang' })).toBeVisible()

  await test.step('the password alone is not enough, a code of the phone is', async () => {
    await signOut(page)
    await typePassword(page, admin)
    await expect(page.getByLabel('Kode verifikasi')).toBeFocused()
    await expectFormWell(page, 'sign-in asks for a code')
    await typeCode(page, totpOf(key, Date.now() - 300_000))
    await expect(page.getByText(/Tulis kode yang sedang tampil/)).toBeVisible()
    await typeCode(page, totpOf(key, Date.now() + 30_000))
    await expect(here(page)).toBeVisible()
  })

  await test.step('a locked screen asks for the password alone', async () => {
    await page.evaluate(() => localStorage.setItem('sepakat.touched', String(Date.now() - 16 * 60_000)))
    await page.reload()
    await expect(page.getByText('Layar dikunci')).toBeVisible()
    await page.getByLabel('Sandi', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await expect(here(page)).toBeVisible()
  })

  await test.step('a recovery code replaces the phone, once', async () => {
    await signOut(page)
    await typePassword(page, admin)
    await page.getByRole('button', { name: /Pakai kode pemulihan/ }).click()
    await expect(page.getByLabel('Kode pemulihan')).toBeFocused()
    await expectFormWell(page, 'sign-in by a recovery code')
    await typeCode(page, codes[0] ?? '')
    await expect(here(page)).toBeVisible()
  })

  await test.step('the account page says so, and does not allow removing it', async () => {
    await page.goto(`${product.url}/akun`)
    await expect(page.getByText(/Terpasang sejak .* Kode pemulihan yang belum dipakai: 9\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lepas' })).toHaveCount(0)
    await expectFormWell(page, 'account with a second factor')
    await page.getByRole('button', { name: 'Buat kode pemulihan baru' }).click()
    await page.getByLabel('Sandi Anda').fill(password)
    await page.getByRole('button', { name: /Pakai kode pemulihan/ }).click()
    await page.getByLabel('Kode pemulihan').fill(codes[1] ?? '')
    await expectFormWell(page, 'account asks for a code')
    await page.getByRole('button', { name: 'Buat kode pemulihan baru' }).click()
    await expect(page.getByRole('heading', { name: 'Simpan kode pemulihan' })).toBeFocused()
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
    await expect(page.getByText(/belum dipakai: 10\./)).toBeVisible()
    await page.getByRole('button', { name: 'Pindah ke ponsel lain' }).press('Enter')
    await expect(page.getByLabel('Sandi Anda')).toBeFocused()
    await page.getByRole('button', { name: 'Batal' }).press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Buat kode pemulihan baru' })).toBeFocused()
  })
})

test('a user without such a post is offered one, and may remove it again', async ({ page }) => {
  await come(page, { role: 'leader' })
  await expect(here(page)).toBeVisible()
  await page.goto(`${product.url}/akun`)
  await page.getByRole('button', { name: 'Pasang verifikasi dua langkah' }).click()
  const { codes } = await setUp(page)
  await expect(page.getByText(/Terpasang sejak/)).toBeVisible()
  await page.getByRole('button', { name: 'Lepas', exact: true }).click()
  await page.getByLabel('Sandi Anda').fill(password)
  await page.getByRole('button', { name: /Pakai kode pemulihan/ }).click()
  await page.getByLabel('Kode pemulihan').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Lepas verifikasi dua langkah' }).click()
  await expect(page.getByRole('button', { name: 'Pasang verifikasi dua langkah' })).toBeVisible()
})

test('a lost second factor is reset by two people', async ({ product: shared, signIn }) => {
  const { db } = shared
  const { id: personId } = await buildPerson(db, { password, name: 'Yohanis Palimbong', posts: [{ role: 'leader' }] })
  await db.prisma.secondFactor.create({ data: { personId, secret: 'hilang', setUpAt: new Date() } })
  const [{ page }, second] = [
    await signIn({ name: 'Ratna Sari, S.Kom.', posts: [{ role: 'admin' }] }),
    await signIn({ name: 'Andi Tenri, S.Sos.', posts: [{ role: 'admin' }] }),
  ]
  await page.goto(`/pengelolaan/orang/${personId}`)
  await page.getByRole('button', { name: 'Atur ulang' }).click()
  await expectFormWell(page, 'asked to reset a second factor')
  await page.getByRole('dialog').getByRole('button', { name: 'Atur ulang' }).click()
  await expect(page.getByText(/Mengatur ulang .* sudah diminta/)).toBeVisible()
  await expectFormWell(page, 'reset of a second factor waits')
  const { page: other } = second
  await other.goto('/pengelolaan/persetujuan-kedua')
  await other.getByRole('button', { name: /Setujui Verifikasi dua langkah Yohanis/ }).click()
  await expect.poll(() => db.prisma.secondFactor.count({ where: { personId } })).toBe(0)
  await expectFormWell(other, 'reset of a second factor seconded')
})
