import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import type { Me, ResponseOf } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { MailChoice } from './MailChoice.tsx'

type Mailbox = ResponseOf<'GET /mailbox'>
let stored: Mailbox
const path = `${location.origin}/api/v1/mailbox`
testServer(
  http.get(path, () => HttpResponse.json(stored)),
  http.put(path, async ({ request }) => {
    const body = (await request.json()) as Mailbox
    if (body.version !== stored.version)
      return HttpResponse.json(
        {
          type: 'about:blank',
          code: 'stale',
          title: 'Sudah diubah',
          status: 412,
          instance: 'x',
          version: stored.version,
        },
        { status: 412, headers: { 'content-type': 'application/problem+json' } },
      )
    stored = { ...stored, ...body, version: stored.version + 1 }
    return HttpResponse.json(stored)
  }),
)

let client: QueryClient
beforeEach(async () => {
  stored = { address: 'lama@nunukan.example', without: [], version: 1, refusedAt: null, refusal: '', on: true }
  client = new QueryClient()
  render(
    <MeProvider me={partOf<Me>({ region: { zone: 'Asia/Makassar' } })} setMe={() => {}}>
      <QueryClientProvider client={client}>
        <MailChoice />
      </QueryClientProvider>
    </MeProvider>,
  )
  await screen.findByLabelText('Alamat surat elektronik')
})
const field = () => screen.getByLabelText<HTMLInputElement>('Alamat surat elektronik')
const write = async (address: string) => {
  await userEvent.clear(field())
  await userEvent.type(field(), address)
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Simpan pilihan surat' }))
const elsewhere = 'Pilihan ini baru saja diubah di perangkat lain'

it('says that it is saved, after the form began again with what is stored', async () => {
  await write('baru@nunukan.example')
  await save()
  expect(await screen.findAllByText('Pilihan surat elektronik disimpan.')).not.toEqual([])
  expect(field().value).toBe('baru@nunukan.example')
  expect(screen.queryByText(elsewhere)).toBeNull()
})

it('overwrites nothing that another device saved meanwhile, and shows what is stored', async () => {
  await write('sini@nunukan.example')
  stored = { ...stored, address: 'sana@nunukan.example', version: 2 }
  await save()
  await screen.findByText(elsewhere)
  expect(field().value).toBe('sana@nunukan.example')
  expect(stored.address).toBe('sana@nunukan.example')
  await save()
  await waitFor(() => expect(screen.queryByText(elsewhere)).toBeNull())
})

it('begins again where the choice of another device is read in between', async () => {
  await write('sini@nunukan.example')
  stored = { ...stored, address: 'sana@nunukan.example', version: 2 }
  await client.invalidateQueries()
  await screen.findByText(elsewhere)
  expect(field().value).toBe('sana@nunukan.example')
})
