import { render, screen } from '@testing-library/react'
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
