import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { idOf, inventedForm } from '#sheet/answers/fixtures/invented.ts'
import { serverOf } from '#sheet/answers/fixtures/serverOf.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { newId } from '#sync/newId.ts'
import { renderForm } from '../fixtures/render.tsx'
import { StuckNote } from './StuckNote.tsx'

/** Another user typed `theirs` while this one typed `mine`. */
async function conflict(pointer: string, theirs: string, mine: string) {
  const { store, server } = openInvented()
  const base = store.cells.baseOf(pointer, 'set')
  server.save([{ changeId: newId(), op: 'set', pointer, value: theirs, base }], 'post:other')
  store.set(pointer, mine)
  store.outbox.flush()
  await act(async () => {
    await new Promise(resolve => setTimeout(resolve, 20))
  })
  renderForm(store, <StuckNote at={pointer} />)
  return { store, server }
}
it('says of a conflict with the report’s initial values that it is one, without a name', async () => {
  const { open } = openInvented({ line: async changes => made.save(changes) })
  const made = serverOf(inventedForm(), { counts: { kunjungan: { target: '4800', reached: '4700' } } })
  const store = open({ ahead: true })
  store.set('/counts/kunjungan/reached', '4600')
  store.outbox.flush()
  await act(() => new Promise(resolve => setTimeout(resolve, 20)))
  renderForm(store, <StuckNote at="/counts/kunjungan/reached" />)
  expect(await screen.findByText('Isian awal ini berubah sejak laporannya dimulai tanpa jaringan')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toContain('Punya Anda4.600Yang tersimpan4.700')
})
const press = async (name: RegExp) => userEvent.click(await screen.findByRole('button', { name }))

it('shows both values of a conflict, who and when', async () => {
  await conflict('/counts/kunjungan/reached', '4700', '4600')
  expect(await screen.findByText(/^Isian ini juga diubah oleh Operator kedua, .*\d{2}\.\d{2}/)).toBeTruthy()
  expect(screen.getByRole('status').textContent).toContain('Punya Anda4.600Yang tersimpan4.700')
})

it('keeps both: the stored value in the cell, the own value in the row’s remark', async () => {
  const { store, server } = await conflict('/counts/kunjungan/level', 'rendah', 'tinggi')
  await press(/^Simpan punya saya sebagai keterangan/)
  store.outbox.flush()
  await expect
    .poll(() => server.answers().counts?.kunjungan)
    .toMatchObject({
      level: 'rendah',
      remark: 'Isian lain untuk Tingkat: Tinggi.',
    })
  expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
})

it('keeps the own value beside the form on this device where the row has no remark', async () => {
  const { store } = await conflict(`/works/${idOf(1)}/name`, 'Jembatan besi', 'Jembatan gantung')
  await press(/simpan punya saya di samping/)
  expect(store.cell(`/works/${idOf(1)}/name`)).toBe('Jembatan besi')
  expect(screen.getByText('Anda menyimpannya di samping; hanya ada di perangkat ini.')).toBeTruthy()
})

it('asks for confirmation before discarding', async () => {
  const { store } = await conflict(`/works/${idOf(1)}/name`, 'Jembatan besi', 'Jembatan gantung')
  await press(/simpan punya saya di samping/)
  await press(/^Buang isian saya/)
  expect(screen.getByRole('dialog').textContent).toContain('Jembatan gantung')
  await press(/^Tetap simpan/)
  expect(store.stuckPointers()).toHaveLength(1)
  await press(/^Buang isian saya/)
  await press(/^Buang$/)
  expect(store.stuckPointers()).toEqual([])
})
