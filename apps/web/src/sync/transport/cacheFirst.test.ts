import 'fake-indexeddb/auto'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { readCached, setCacheReader, writeCached } from '../cache/deviceCache.ts'
import * as shownCopies from '../cache/shownFromCache.ts'
import { closeVault, keyOf, openVault } from '../vault/vault.ts'
import { cacheFirst } from './cacheFirst.ts'
import { isFromCache } from './knownAnswers.ts'

const server = setupServer()
const forms = `${location.origin}/api/v1/forms`
let posts = 0
let who = ''
beforeAll(() => server.listen())
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  openVault({ person: 'ani', keys: [await keyOf(new Uint8Array(32))] })
  posts += 1
  who = `ani/p${posts}`
  setCacheReader(who)
})
afterEach(() => {
  server.resetHandlers()
  setCacheReader(null)
  closeVault()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
afterAll(() => server.close())

const keep = (title: string) => writeCached(who, '/api/v1/forms', { data: { items: [title] }, etag: null })
/** What a page would show, in order. */
function watch(options?: { renew: boolean }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const queryFn = cacheFirst(read => read('GET /forms'), options)
  const observer = new QueryObserver<{ items: unknown[] }>(client, { queryKey: ['forms'], queryFn })
  const shown: string[] = []
  const stop = observer.subscribe(({ data, status }) => {
    const now = data ? String(data.items[0]) : status
    if (shown.at(-1) !== now) shown.push(now)
  })
  return { shown, stop, observer }
}
const until = (assertion: () => void) => vi.waitFor(assertion, { timeout: 2000 })

it('shows what the device has before the server answers, updates it, and never marks it as cached', async () => {
  await keep('old')
  const said = vi.spyOn(shownCopies, 'shownFromDevice')
  let answer = () => {}
  const asked = new Promise<void>(resolve => (answer = resolve))
  server.use(http.get(forms, () => asked.then(() => HttpResponse.json({ items: ['new'] }))))
  const { shown, observer, stop } = watch()
  await until(() => expect(shown.at(-1)).toBe('old'))
  expect(isFromCache(observer.getCurrentResult().data)).toBe(true)
  answer()
  await until(() => expect(shown).toEqual(['pending', 'old', 'new']))
  expect(isFromCache(observer.getCurrentResult().data)).toBe(false)
  await until(async () => expect(await readCached(who, '/api/v1/forms')).toMatchObject({ data: { items: ['new'] } }))
  expect(said).not.toHaveBeenCalled()
  stop()
})

it('notifies no observer of an equal response, and counts the cache as confirmed', async () => {
  await keep('same')
  server.use(http.get(forms, () => HttpResponse.json({ items: ['same'] })))
  const { shown, observer, stop } = watch()
  await until(() => expect(isFromCache(observer.getCurrentResult().data)).toBe(false))
  await until(() => expect(shown).toEqual(['pending', 'same']))
  stop()
})

it('keeps the cached data where no response comes, and the page says so', async () => {
  await keep('old')
  const said = vi.spyOn(shownCopies, 'shownFromDevice')
  server.use(http.get(forms, () => HttpResponse.error()))
  const { shown, stop } = watch()
  await until(() => expect(said).toHaveBeenCalledOnce())
  expect(shown).toEqual(['pending', 'old'])
  stop()
})

it('removes from the screen what may no longer be read', async () => {
  await keep('old')
  server.use(http.get(forms, () => HttpResponse.json({ code: 'no-right', status: 403 }, { status: 403 })))
  const { shown, stop } = watch()
  await until(() => expect(shown).toEqual(['pending', 'old', 'error']))
  stop()
})

it('removes it also where no response had come before', async () => {
  await keep('old')
  server.use(http.get(forms, () => HttpResponse.error()))
  const said = vi.spyOn(shownCopies, 'shownFromDevice')
  const { shown, observer, stop } = watch()
  await until(() => expect(said).toHaveBeenCalledOnce())
  server.use(http.get(forms, () => HttpResponse.json({ code: 'no-right', status: 403 }, { status: 403 })))
  await observer.refetch()
  await until(() => expect(shown).toEqual(['pending', 'old', 'error']))
  stop()
})

it('leaves it on the screen where a proxy says that the server is busy, as a copy', async () => {
  await keep('old')
  const said = vi.spyOn(shownCopies, 'shownFromDevice')
  server.use(http.get(forms, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
  const { shown, observer, stop } = watch()
  await until(() => expect(said).toHaveBeenCalledOnce())
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: { items: ['old'] } })
  expect(shown).toEqual(['pending', 'old'])
  stop()
})

it('gives way to the number of the request where the server has failed', async () => {
  await keep('old')
  server.use(http.get(forms, () => HttpResponse.json({ code: 'internal', status: 500 }, { status: 500 })))
  const { shown, stop } = watch()
  await until(() => expect(shown).toEqual(['pending', 'old', 'error']))
  stop()
})

it('does not request what is renewed otherwise; requests what is not cached', async () => {
  let asked = 0
  server.use(
    http.get(forms, () => {
      asked += 1
      return HttpResponse.json({ items: ['new'] })
    }),
  )
  const without = watch({ renew: false })
  await until(() => expect(without.shown).toEqual(['pending', 'new']))
  without.stop()
  await until(async () => expect(await readCached(who, '/api/v1/forms')).toBeTruthy())
  const again = watch({ renew: false })
  await until(() => expect(again.shown).toEqual(['pending', 'new']))
  expect(asked).toBe(1)
  again.stop()
})
