import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { lkpjRows, openLkpj } from '../../fixtures/openLkpj.tsx'

const { program, another, first, second, third } = lkpjRows

function open() {
  const opened = openLkpj()
  const paste = (at: string, text: string) =>
    fireEvent.paste(document.getElementById(at)!, { clipboardData: { getData: () => text } })
  const budgets = () =>
    Object.fromEntries(
      Object.entries(opened.store.cells.answers().subactivities ?? {}).map(([id, { before }]) => [id, before]),
    )
  return { ...opened, paste, budgets }
}

it('leaves a text of some lines to the browser where it is in no column', async () => {
  const { view, store, paste } = open()
  await act(async () => view.setOpen(`more /programs/${program}`, true))
  expect(paste(`/programs/${program}/problem`, 'Alinea satu.\n\nAlinea dua.')).toBe(true)
  expect(paste(`/programs/${program}/name`, 'Program\nKesehatan')).toBe(true)
  expect(screen.queryByText(/ditempel/)).toBeNull()
  store.stop()
})

it('goes down the lines on the screen, over the levels, and says what had no place there', async () => {
  const { store, paste, budgets } = open()
  expect(paste(`/subactivities/${second}/before`, '7\n8\n9\n10')).toBe(false)
  expect(budgets()).toEqual({ [first]: undefined, [second]: '7', [third]: '9' })
  expect(
    await screen.findAllByText(
      '2 isian ditempel, 2 nilai tidak ditempel: tidak ada isian yang dapat diisi di tempatnya.',
    ),
  ).not.toEqual([])
  store.stop()
})

it('does not go into lines that are folded away', async () => {
  const { view, store, paste, budgets } = open()
  await act(async () => view.setOpen(`/activities/${another}`, false))
  paste(`/subactivities/${second}/before`, '7\n8\n9')
  expect(budgets()).toEqual({ [first]: undefined, [second]: '7', [third]: undefined })
  store.stop()
})
