import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { MessagesTable } from './MessagesTable.tsx'
import type { Message } from './queries.ts'

const message = (id: string, status: Message['status'], nextAt: string | null) =>
  partOf<Message>({ id, type: 'webhook.test', at: '2026-12-01T00:00:00Z', status, nextAt, attempts: [] })

it('sends again what was tried to the end, and says of what still waits why it cannot be sent again, and when it is tried', async () => {
  const sent: string[] = []
  const me = partOf<Me>({
    region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
    now: '2026-12-01T01:00:00.000Z',
  })
  render(
    <MeProvider me={me} setMe={() => {}}>
      <MessagesTable
        messages={[message('a', 'failed', null), message('b', 'waiting', '2026-12-01T02:00:00Z')]}
        onResend={({ id }) => sent.push(id)}
      />
    </MeProvider>,
  )
  const user = userEvent.setup()
  const waiting = screen.getByRole('button', { name: 'Kirim ulang pesan b', description: 'Masih dicoba sendiri.' })
  expect(waiting.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText(/^dicoba .*10\.00/)).toBeTruthy()
  await user.click(waiting)
  await user.click(screen.getByRole('button', { name: 'Kirim ulang pesan a' }))
  expect(sent).toEqual(['a'])
})
