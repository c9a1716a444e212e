import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

export const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Page object of one report, filled in by labels as a user does. */
export class FormPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a report from the home page, or another list: creates, continues or reads it. */
  async open(report: RegExp, list = '/'): Promise<void> {
    await this.page.goto(list)
    const action = new RegExp(`^(Mulai|Lanjutkan|Lihat|Perbaiki): ${report.source}`)
    await this.page
      .getByRole('button', { name: action })
      .or(this.page.getByRole('link', { name: action }))
      .first()
      .click()
    await expect(this.page.getByRole('navigation', { name: 'Bagian formulir' })).toBeVisible()
  }

  /** Opens what the verifier asks, a line above the form. */
  async openNotes(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByText(/^\d+ catatan untuk dijawab/)
      .click()
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? ''
  }

  async section(title: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Bagian formulir' })
      .getByRole('button', { name: new RegExp(`^${literal(title)}`) })
      .click()
    await expect(this.page.getByRole('heading', { level: 2, name: title })).toBeFocused()
  }

  /** A row with its questions one below the other, or a line of a table over levels. */
  row(name: string): Locator {
    return this.page
      .getByRole('article', { name, exact: true })
      .or(this.page.getByRole('rowgroup', { name, exact: true }))
  }

  /** Unfolds what is asked of a line beside its columns, with the lists under it. */
  async more(name: string): Promise<void> {
    const more = this.row(name).getByRole('button', { name: `Isian lain: ${name}` })
    if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
  }

  /** A field by its label, prefixed by that of its row in a grid. */
  field(label: string, within: Locator | Page = this.page): Locator {
    const name = new RegExp(`^${literal(label)}( \\(boleh kosong\\))?$`)
    return within
      .getByRole('textbox', { name })
      .or(within.getByRole('combobox', { name }))
      .or(within.getByRole('checkbox', { name }))
  }

  cell(row: string, column: string): Locator {
    const name = new RegExp(`^${literal(row)}.* ${literal(column)}( \\(boleh kosong\\))?$`)
    return this.page.getByRole('textbox', { name }).or(this.page.getByRole('combobox', { name }))
  }

  /** Types, chooses by label, or ticks. */
  async fill(field: Locator, value: string | true): Promise<void> {
    const tag = await field.evaluate(element => element.tagName)
    if (value === true) await field.check()
    else if (tag === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }

  async fillAll(values: Record<string, string | true>, within: Locator | Page = this.page): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.fill(this.field(label, within), value)
  }

  /** Adds a row of a list; the first field has the focus for typing. */
  async add(label: string, first: string, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByRole('button', { name: new RegExp(`^${literal(label)}( untuk .*)?$`) })
      .last()
      .click()
    await expect(this.page.locator('input:focus, textarea:focus')).toHaveValue('')
    await this.page.keyboard.type(first)
  }

  /** Declares a row of a table to be in a state. */
  async declare(row: string, state: string): Promise<void> {
    await this.page.getByRole('button', { name: `Tindakan untuk ${row}` }).click()
    await this.page.getByRole('menuitem', { name: state }).click()
  }

  async saved(): Promise<void> {
    await this.page.locator(':focus').blur()
    await expect(this.page.getByRole('status').filter({ hasText: /^Semua tersimpan$/ })).toBeVisible()
  }

  async startSubmit(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Kirim ke verifikator/ }).click()
    return this.page.getByRole('dialog', { name: /^Kirim laporan|^Laporan terkirim/ })
  }

  async submit(): Promise<void> {
    const dialog = await this.startSubmit()
    await dialog.getByRole('button', { name: /^Kirim ke verifikator/ }).click()
    await expect(this.page.getByRole('dialog', { name: 'Laporan terkirim' })).toBeVisible()
  }
}
