import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { KeysDialog } from './KeysDialog.tsx'
import { type Key, useKeys } from './keys.ts'

function Page({ keys }: { keys: readonly Key[] }) {
  useKeys(keys)
  return <input aria-label="Isian" />
}
const key = (keys: string) => ({ keys, label: `tombol ${keys}`, run: vi.fn() })

describe('useKeys', () => {
  it('runs a letter outside fields and ignores it inside', async () => {
    const j = key('j')
    render(<Page keys={[j]} />)
    await userEvent.keyboard('j')
    expect(j.run).toHaveBeenCalledTimes(1)
    await userEvent.type(screen.getByLabelText('Isian'), 'j')
    expect(j.run).toHaveBeenCalledTimes(1)
    expect(screen.getByLabelText('Isian')).toHaveProperty('value', 'j')
  })
  it('runs a key with Ctrl everywhere', async () => {
    const send = key('Ctrl+Enter')
    render(<Page keys={[send]} />)
    await userEvent.type(screen.getByLabelText('Isian'), '{Control>}{Enter}{/Control}')
    expect(send.run).toHaveBeenCalledTimes(1)
  })
  it('undoes what is typed in another text or a dialog there, and in a page only its answers', async () => {
    const [undo, redo] = [key('Ctrl+z'), key('Ctrl+y')]
    render(
      <>
        <Page keys={[undo, redo]} />
        <textarea aria-label="Catatan" />
        <input aria-label="Jawaban" id="/parts/a/grade" />
        <select aria-label="Kiriman" />
      </>,
    )
    const press = (name: string, more = {}) =>
      ['z', 'y'].map(letter => fireEvent.keyDown(screen.getByLabelText(name), { key: letter, ctrlKey: true, ...more }))
    const times = () => [undo.run.mock.calls.length, redo.run.mock.calls.length]
    // the event goes on to the field
    expect([press('Catatan'), press('Catatan', { shiftKey: true }), press('Isian')].flat()).not.toContain(false)
    expect(times()).toEqual([0, 0])
    expect([press('Jawaban'), press('Kiriman')].flat()).not.toContain(true)
    expect(times()).toEqual([2, 2])
    render(
      <dialog open>
        <button type="button">Batal</button>
        <input aria-label="Penjelasan" id="/parts/a/why" />
      </dialog>,
    )
    fireEvent.keyDown(screen.getByText('Batal'), { key: 'z', ctrlKey: true })
    expect(times()).toEqual([2, 2])
    press('Penjelasan')
    expect(times()).toEqual([3, 3])
  })
  it('drops the keys of an unmounted page', async () => {
    const j = key('j')
    render(<Page keys={[j]} />).unmount()
    await userEvent.keyboard('j')
    expect(j.run).not.toHaveBeenCalled()
  })
})

describe('KeysDialog', () => {
  it('lists the keys of the page, and letters can be switched off', async () => {
    const j = key('j')
    render(
      <>
        <Page keys={[j]} />
        <KeysDialog />
      </>,
    )
    await userEvent.keyboard('?')
    expect(screen.getByRole('dialog').textContent).toContain('tombol j')
    await userEvent.click(screen.getByRole('checkbox'))
    await userEvent.click(screen.getByRole('button', { name: 'Tutup' }))
    await userEvent.keyboard('j')
    expect(j.run).not.toHaveBeenCalled()
  })
})
