import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { renderForm } from '../../fixtures/render.tsx'
import { SectionView } from '../../frame/SectionView.tsx'

const draw = async (section: string) => {
  const opened = openInvented()
  const drawn = renderForm(
    opened.store,
    <main>
      <h1>Formulir</h1>
      <SectionView />
    </main>,
  )
  const user = userEvent.setup()
  drawn.view.set({ section })
  return { ...opened, ...drawn, user }
}
const opener = () => screen.findByRole('button', { name: 'Tempel pekerjaan' })

describe('rows imported from a spreadsheet', () => {
  it('are offered at the list that takes them, and nowhere else', async () => {
    const { store } = await draw('works')
    expect(await opener()).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^Tempel/ })).toHaveLength(1)
    store.stop()
  })

  it('are previewed with warnings before anything is added', async () => {
    const { store, user, container } = await draw('works')
    await user.click(await opener())
    const dialog = within(await screen.findByRole('dialog', { name: 'Tempel pekerjaan' }))
    expect(dialog.getByRole('button', { name: 'Masukkan' }).getAttribute('aria-disabled')).toBe('true')
    await user.click(dialog.getByLabelText('Baris dari Excel'))
    await user.paste('Jembatan\t2026-03-31\nPasar')
    expect(dialog.getByText('1 baris baru, 1 isian kosong dilengkapi pada baris yang sudah ada.')).toBeTruthy()
    expect(dialog.getByText('Pasar belum punya tanggal.')).toBeTruthy()
    expect(store.form.rows(store.cells.answers()).works).toHaveLength(2)
    expect(await axeFinds(container)).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Masukkan' }))
    expect(store.form.rows(store.cells.answers()).works?.map(row => row.label)).toEqual(['Jembatan', 'Jalan', 'Pasar'])
    expect(screen.queryByRole('dialog')).toBeNull()
    store.stop()
  })

  it('have labelled columns and values as in the form; ambiguous ones are asked first', async () => {
    const { store, user, container } = await draw('works')
    await user.click(await opener())
    const dialog = within(await screen.findByRole('dialog', { name: 'Tempel pekerjaan' }))
    await user.click(dialog.getByLabelText('Baris dari Excel'))
    await user.paste('Gudang\t2026-03-31')
    expect(dialog.getByText(/dibaca berurutan sebagai: Nama pekerjaan · Tanggal\./)).toBeTruthy()
    expect(dialog.getByRole('listitem').textContent).toMatch(
      /^Pekerjaan baru Nama pekerjaan: Gudang · Tanggal: 31\sMar\s2026$/,
    )
    const take = dialog.getByRole('button', { name: 'Masukkan' })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    expect(dialog.getByText('Jawab dahulu pertanyaan di bawah baris yang ditempel.')).toBeTruthy()
    expect(await axeFinds(container)).toEqual([])
    await user.click(within(dialog.getByRole('group', { name: 'Tanggal Gudang benar?' })).getByLabelText('Bukan'))
    await user.click(take)
    const added = Object.values(store.cells.answers().works ?? {}).find(({ name }) => name === 'Gudang')
    expect(added?.day).toBeUndefined()
    store.stop()
  })

  it('can come from a text file too', async () => {
    const { store, user } = await draw('works')
    await user.click(await opener())
    const dialog = within(await screen.findByRole('dialog', { name: 'Tempel pekerjaan' }))
    const input = document.querySelector<HTMLInputElement>('dialog input[type=file]')!
    await user.upload(input, new File(['Dermaga\t2026-05-01'], 'pekerjaan.tsv', { type: 'text/plain' }))
    expect(await dialog.findByText('1 baris baru.')).toBeTruthy()
    await user.upload(input, new File(['bukan buku kerja'], 'pekerjaan.xlsx'))
    expect(await dialog.findByText(/^Berkas ini tidak terbaca\./)).toBeTruthy()
    store.stop()
  })
})
