import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Me } from '../../../lib/apiTypes.ts'
import { watchOtherTabs } from '../../../lib/tabs.ts'
import { sendFileTo } from './sendFile.ts'

const arrived: string[] = []
const server = setupServer(
  http.post(`${location.origin}/api/v1/submissions/s1/attachments`, () => {
    arrived.push('s1')
    return HttpResponse.json({}, { status: 201 })
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())

it('sends no file in the name of another post: it waits until this tab acts as itself again', async () => {
  const other = new BroadcastChannel('sepakat.session')
  const said: boolean[] = []
  const stop = watchOtherTabs({ person: { id: 'siti' }, post: { id: 'p1' } } as Me, same => said.push(same))
  other.postMessage('siti/p2')
  await expect.poll(() => said.at(-1)).toBe(false)
  const file = new File(['%PDF-1.7'], 'sk.pdf')
  const upload = { id: 'a1', anchor: '/recipients/gepeng', file, title: 'SK', number: '', date: '', page: '' }
  const sending = sendFileTo('s1')(
    { ...upload, replaces: undefined, state: 'sending', progress: 0, message: '', sha256: undefined },
    () => {},
  )
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(arrived).toEqual([])
  other.postMessage('siti/p1')
  await sending
  expect(arrived).toEqual(['s1'])
  stop()
  other.close()
})
