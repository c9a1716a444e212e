import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { QuestionItem } from './QuestionItem.tsx'
import type { Question } from './questionWords.ts'

const question = partOf<Question>({
  ...{ id: 'q', submission: 's', revision: 1, text: 'Mengapa turun?', status: 'asked', answers: [], mayClose: true },
  by: { actor: 'post:leader', name: 'Bupati', title: '' },
  at: '2026-10-01T00:00:00Z',
})
let keys: (string | null)[] = []
const lost: boolean[] = []
testServer(
  http.post(`${location.origin}/api/v1/submissions/s/questions/q/:act`, ({ request }) => {
    keys.push(request.headers.get('idempotency-key'))
    return lost.pop() ? HttpResponse.error() : HttpResponse.json(question)
  }),
)

const show = (permissions: Me['permissions'], post = 'operator') => {
  keys = []
  const me = partOf<Me>({
    region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
    post: { id: post, offices: [] },
    person: { id: 'p' },
    permissions,
  })
  render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <QuestionItem question={question} />
      </QueryClientProvider>
    </MeProvider>,
  )
}

it('sends an answer whose response was lost under the same key, and the same words later under another', async () => {
  const user = userEvent.setup()
  show(['submission.write'])
  lost.push(true)
  const field = screen.getByLabelText<HTMLTextAreaElement>('Jawaban')
  const send = () => user.click(screen.getByRole('button', { name: 'Kirim jawaban' }))
  await user.type(field, 'Ya.')
  await send()
  await waitFor(() => expect(keys).toHaveLength(1))
  await screen.findByRole('button', { name: 'Kirim jawaban' })
  await send()
  await waitFor(() => expect(field.value).toBe(''))
  await user.type(field, 'Ya.')
  await send()
  await waitFor(() => expect(keys).toHaveLength(3))
  expect(keys[0]).toBeTruthy()
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('keeps the focus at the question that was closed', async () => {
  const user = userEvent.setup()
  show(['figure.read'], 'leader')
  await user.click(screen.getByRole('button', { name: 'Tutup permintaan ini' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
})
