import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { testServer } from '#testing/testServer.ts'
import { SessionEnded } from './SessionEnded.tsx'

const server = testServer()

const root = `${location.origin}/api/v1`
const post = { id: 'p1' } as Me['posts'][number]
const me = (person: string, postId: string) =>
  ({
    person: { id: person, name: person, username: person, nip: null },
    post: { ...post, id: postId },
    region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
    now: '2026-11-24T00:00:00Z',
  }) as Me

function Page() {
  const [who, setWho] = useState(me('siti', 'p1'))
  const [read, setRead] = useState('')
  return (
    <MeProvider me={who} setMe={setWho}>
      <input aria-label="Isian" />
      <button
        type="button"
        onClick={() => void api('GET /offices').then(({ items }) => setRead(`${items.length} dibaca`))}
      >
        Baca
      </button>
      <output>{`${who.post?.id} ${read}`}</output>
      <SessionEnded />
    </MeProvider>
  )
}
let ended = 0
const said = () => document.querySelector('output')?.textContent

function endSession(next: Me): unknown[] {
  const switched: unknown[] = []
  server.use(
    http.get(
      `${root}/offices`,
      () =>
        HttpResponse.json(
          { code: 'not-signed-in', status: 401, title: '', detail: '', instance: '', type: '' },
          { status: 401 },
        ),
      { once: true },
    ),
    http.get(`${root}/offices`, () => HttpResponse.json({ items: [{}] })),
    http.post(`${root}/session`, () => HttpResponse.json(next)),
    http.delete(`${root}/session`, () => {
      ended += 1
      return new HttpResponse(null, { status: 204 })
    }),
    http.put(`${root}/session/post`, async ({ request }) => {
      switched.push(await request.json())
      return HttpResponse.json(me('siti', 'p1'))
    }),
  )
  return switched
}
async function signInAgain(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Isian'), '4512')
  await userEvent.click(screen.getByText('Baca'))
  await screen.findByRole('dialog', { name: 'Masuk lagi untuk melanjutkan' })
  expect(screen.getByLabelText('NIP atau nama pengguna')).toHaveProperty('value', 'siti')
  await userEvent.type(screen.getByLabelText('Sandi'), 'rahasia{Enter}')
}

it('keeps what was typed, restores the same post, and completes the pending requests', async () => {
  const switched = endSession(me('siti', 'p2'))
  render(<Page />)
  await signInAgain()
  await expect.poll(said).toBe('p1 1 dibaca')
  expect(switched).toEqual([{ post: 'p1' }])
  expect(screen.getByLabelText('Isian')).toHaveProperty('value', '4512')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('does not continue as another user', async () => {
  endSession(me('budi', 'p9'))
  render(<Page />)
  await signInAgain()
  expect((await screen.findByText('Akun itu milik budi')).closest('[role=status]')).toBeTruthy()
  expect(screen.getByRole('dialog')).toBeTruthy()
  expect(said()).toBe('p1 ')
  expect(ended).toBe(1)
})
