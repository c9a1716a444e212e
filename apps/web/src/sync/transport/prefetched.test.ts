import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { api } from './api.ts'
import { prefetch } from './prefetched.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

it('a prefetched response is taken once, and requested again after that', async () => {
  let asked = 0
  server.use(
    http.get('*/api/v1/public', () => {
      asked += 1
      return HttpResponse.json({ version: String(asked) })
    }),
  )
  prefetch('/api/v1/public')
  expect(await api('GET /public')).toEqual({ version: '1' })
  expect(await api('GET /public')).toEqual({ version: '2' })
})

it('is no response to anything but a read', async () => {
  let ended = 0
  server.use(
    http.get('*/api/v1/session', () => HttpResponse.json({})),
    http.delete('*/api/v1/session', () => {
      ended += 1
      return new HttpResponse(null, { status: 204 })
    }),
  )
  prefetch('/api/v1/session')
  await api('DELETE /session')
  expect(ended).toBe(1)
})

it('is taken neither late nor where it was refused', async () => {
  let asked = 0
  server.use(
    http.get('*/api/v1/public', () => {
      asked += 1
      return asked === 1 ? HttpResponse.json({}, { status: 401 }) : HttpResponse.json({ version: String(asked) })
    }),
  )
  prefetch('/api/v1/public')
  expect(await api('GET /public')).toEqual({ version: '2' })
  prefetch('/api/v1/public')
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
  expect(await api('GET /public')).toEqual({ version: '4' })
  now.mockRestore()
})
