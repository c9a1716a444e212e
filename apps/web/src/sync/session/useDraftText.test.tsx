import 'fake-indexeddb/auto'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { newId } from '../newId.ts'
import { database } from '../vault/database.ts'
import { readDraftText } from '../vault/draftTexts.ts'
import { openTestVault } from '../vault/openTestVault.ts'
import { closeVault } from '../vault/vault.ts'
import { MeProvider } from './me.tsx'
import { useDraftText } from './useDraftText.ts'

beforeEach(() => vi.stubGlobal('isSecureContext', true))
afterEach(() => vi.unstubAllGlobals())

function Reason() {
  const [text, set, forget] = useDraftText('r1 return', 'Usulan.')
  return (
    <>
      <textarea value={text} onChange={event => set(event.target.value)} />
      <button type="button" onClick={forget}>
        Batal
      </button>
    </>
  )
}
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const until = (text: string) => vi.waitFor(() => expect(area().value).toBe(text))
const afterWrites = () => new Promise(resolve => setTimeout(resolve, 50))
const kept = async (person: string) => (await database()).get('texts', [person, 'r1 return'])
async function ask(id: string) {
  await openTestVault(id)
  const me = { person: { id } } as Me
  return render(
    <MeProvider me={me} setMe={() => {}}>
      <Reason />
    </MeProvider>,
  )
}

it('restores an unsent text for its author, and for no other user; it cannot be read on the device', async () => {
  const [siti, budi] = [newId(), newId()]
  const page = await ask(siti)
  await userEvent.clear(area())
  await userEvent.type(area(), 'Rahasia.')
  expect(await readDraftText(siti, 'r1 return')).toBe('Rahasia.')
  page.unmount()
  closeVault()
  const text = (await kept(siti))?.text
  expect(new TextDecoder().decode(text?.data)).not.toContain('Rahasia')
  const other = await ask(budi)
  await afterWrites()
  expect(area().value).toBe('Usulan.')
  other.unmount()
  await ask(siti)
  await until('Rahasia.')
})

it('does not restore what was sent, discarded or emptied', async () => {
  const siti = newId()
  const page = await ask(siti)
  await userEvent.type(area(), ' Lagi.')
  await userEvent.click(screen.getByRole('button'))
  await vi.waitFor(async () => expect(await kept(siti)).toBeUndefined())
  expect(area().value).toBe('Usulan. Lagi.')
  page.unmount()
  await ask(siti)
  await afterWrites()
  expect(area().value).toBe('Usulan.')
})

it('works without storage as well', async () => {
  vi.stubGlobal('isSecureContext', false)
  const siti = newId()
  await ask(siti)
  await userEvent.type(area(), ' Lagi.')
  expect(area().value).toBe('Usulan. Lagi.')
  await afterWrites()
  expect(await kept(siti)).toBeUndefined()
})
