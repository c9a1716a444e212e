import type { Page } from '@playwright/test'
import { type Block, type Declared, type Row, stateLabels } from '@sepakat/rules'

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** The words that name each of some fields on the page. */
const namesOf = (ids: string[]): string => `${JSON.stringify(ids)}.map(id => {
  const field = document.getElementById(id)
  const named = field?.getAttribute('aria-labelledby')?.split(' ').map(by => document.getElementById(by))
  return [...(named ?? field?.labels ?? [])].map(label => label?.textContent ?? '').join(' ')
})`

/** A form on the screen: what a user does by hand and eye. */
export const formOnScreen = (page: Page) => {
  const at = (id: string) => page.locator(`[id="${id}"]`)
  const row = ({ table, id }: Pick<Row, 'table' | 'id'>) => page.locator(`[data-row="/${table}/${id}"]`).first()
  const nav = page.getByRole('navigation', { name: 'Bagian formulir' })

  async function details(of: Row, layout: Block['layout']): Promise<void> {
    if (layout !== 'grid')
      return row(of)
        .getByRole('button', { name: /^Rincian/ })
        .first()
        .click()
    await row(of)
      .getByRole('button', { name: /^Tindakan untuk/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Rincian dan bukti dukung' }).click()
  }

  return {
    /** @param report its title and its period, as the list of work says them */
    async begin(report: string): Promise<string> {
      await page.goto('/')
      await page.getByRole('button', { name: new RegExp(`^Mulai: .*${literal(report)}, `) }).click()
      await nav.waitFor()
      return new URL(page.url()).pathname.split('/')[2] ?? ''
    },
    async goTo(nth: number, title: string): Promise<void> {
      await nav.getByRole('button').nth(nth).click()
      await page.getByRole('heading', { level: 2, name: title, exact: false }).waitFor()
    },
    /** Which of these fields are not called by the words the form has for them. */
    async misnamed(fields: [id: string, words: string][]): Promise<string[]> {
      const names = await page.evaluate<string[]>(namesOf(fields.map(([id]) => id)))
      return fields.flatMap(([id, words], nth) => (names[nth]?.includes(words) ? [] : [`${id}: “${names[nth]}”`]))
    },
    type: (id: string, text: string): Promise<void> => at(id).fill(text),
    choose: async (id: string, label: string): Promise<void> => {
      await at(id).selectOption({ label })
    },
    tick: (id: string): Promise<void> => at(id).check(),
    /** Adds a row to a list; gives the id the device made for it. */
    async add({ title, table, under }: Block, known: string[], parent: string | undefined): Promise<string> {
      const words = `Tambah ${title.charAt(0).toLowerCase()}${title.slice(1)}${under && parent ? ` untuk ${parent}` : ''}`
      const named = { name: words, exact: true }
      await page.getByRole('button', named).last().waitFor()
      // two rows may bear one name, and each has a list of its own
      const own = page.locator(`[data-row$="/${under}"]`).getByRole('button', named)
      await ((await own.count()) > 0 ? own : page.getByRole('button', named)).last().click()
      const others = known.map(row => `:not([id^="/${table}/${row}/"])`).join('')
      const id = await page.locator(`[id^="/${table}/"]:focus${others}`).getAttribute('id')
      return id?.split('/')[2] ?? ''
    },
    async declare(of: Row, state: Declared, layout: Block['layout']): Promise<void> {
      const id = `/${of.table}/${of.id}/state`
      if (layout !== 'grid') return void (await at(id).selectOption({ label: stateLabels[state] }))
      await at(id).click()
      await page.getByRole('menuitem', { name: `Nyatakan ${stateLabels[state].toLowerCase()}` }).click()
    },
    /** Attaches a file to a row, or to the state it declares. */
    async attach(of: Row, layout: Block['layout'], field?: 'state'): Promise<void> {
      if (field) await row(of).getByRole('button', { name: 'Lampirkan bukti dukung' }).first().click()
      else await details(of, layout)
      const drawer = page.getByRole('dialog')
      await drawer
        .locator('input[type=file]')
        .setInputFiles({ name: 'bukti.pdf', mimeType: 'application/pdf', buffer: pdf })
      const upload = drawer.getByRole('form', { name: 'Berkas bukti.pdf' })
      const title = `Bukti ${of.label}`.slice(0, 200).trim()
      await upload.getByLabel('Judul berkas').fill(title)
      await upload.getByLabel('Judul berkas').press('Enter')
      await drawer.getByRole('link', { name: title }).waitFor()
      await drawer.getByRole('button', { name: 'Tutup', exact: true }).click()
    },
    leave: (): Promise<void> => page.evaluate('document.activeElement?.blur()'),
    async saved(): Promise<void> {
      await this.leave()
      await page
        .getByRole('status')
        .filter({ hasText: /^Semua tersimpan$/ })
        .waitFor()
    },
    async submit(): Promise<void> {
      await page.getByRole('button', { name: /^Kirim ke / }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Kirim ke / })
        .click()
      await page.getByRole('dialog', { name: 'Laporan terkirim' }).waitFor()
    },
  }
}
export type FormOnScreen = ReturnType<typeof formOnScreen>
