import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { ImportCodes } from './ImportCodes.tsx'

const server = testServer()

const me = partOf<Me>({ region: { name: 'Kabupaten', zone: 'Asia/Makassar' }, now: '2026-11-27T00:00:00Z' })
const show = () => {
  const said: string[] = []
  const { container } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <ImportCodes onDone={async sentence => void said.push(sentence)} />
      </QueryClientProvider>
    </MeProvider>,
  )
  const choose = (text: string) =>
    userEvent.upload(container.querySelector('input[type=file]')!, new File([text], 'daftar.tsv'), {
      applyAccept: false,
    })
  return { container, said, choose }
}

it('previews a file before it is saved, names every row without a unit, and sends it in parts', async () => {
  const sent: { path: string; codes: { code: string }[] }[] = []
  server.use(
    http.put(`${location.origin}/api/v1/nomenclature/:year`, async ({ request }) => {
      const { codes } = (await request.json()) as { codes: { code: string }[] }
      sent.push({ path: new URL(request.url).pathname, codes })
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { container, said, choose } = show()
  const leaves = Array.from({ length: 2100 }, (_, n) => `2.11.03.2.01.${String(n).padStart(4, '0')}\tNama ${n}\tBuah`)
  await choose(
    ['kode\tnama\tsatuan', '2.11.03\tPROGRAM\t', '9.9\tsalah\t', ...leaves, '2.11.04.2.01.0001\tTanpa\t'].join('\n'),
  )
  expect(await screen.findByText('Terbaca 1 program, 2.101 sub kegiatan.')).toBeTruthy()
  await userEvent.click(screen.getByText('Sub kegiatan tanpa satuan (1)'))
  expect(screen.getByText('2.11.04.2.01.0001 Tanpa')).toBeTruthy()
  expect(screen.getByText(/“9.9” bukan kode nasional/)).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Simpan ke daftar tahun 2026' }))
  await waitFor(() => expect(said).toEqual(['2.102 kode disimpan dalam daftar tahun 2026.']))
  expect(sent.map(({ path, codes }) => [path, codes.length])).toEqual([
    ['/api/v1/nomenclature/2026', 2000],
    ['/api/v1/nomenclature/2026', 102],
  ])
})

it('reports a workbook that cannot be read', async () => {
  const { container } = show()
  await userEvent.upload(container.querySelector('input[type=file]')!, new File(['x'], 'rusak.xlsx'))
  expect(await screen.findByText(/Berkas ini tidak terbaca/)).toBeTruthy()
})
