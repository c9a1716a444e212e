import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession } from '@playwright/test'

/** One request that went over the line, with the bytes of its headers and body each way; none that the device answered itself. */
export interface Carried {
  method: string
  path: string
  status: number
  media: string
  encoding: string
  up: number
  down: number
}

export interface Traffic {
  carried: Carried[]
  /** Settles when nothing has been under way for so long (ms); streams of events do not count. */
  untilQuiet(ms: number): Promise<void>
}

const lines = (headers: Record<string, string>): number =>
  Object.entries(headers).reduce((bytes, [name, value]) => bytes + name.length + value.length + 4, 2)

/** Counts what a page asks for, from now on. */
export const watchTraffic = async (devtools: CDPSession): Promise<Traffic> => {
  const carried: Carried[] = []
  const under = new Map<string, Carried>()
  /** Of headers as they go out, with the cookie and all else the browser adds; it may be told before the request itself. */
  const heads = new Map<string, number>()
  let at = performance.now()
  const end = (id: string) => {
    under.delete(id)
    heads.delete(id)
    at = performance.now()
  }
  devtools.on(
    'Network.requestWillBeSent',
    ({ requestId, request: { method, url, hasPostData, postData, headers } }) => {
      const { pathname, search } = new URL(url)
      const path = pathname + search
      const body = hasPostData ? Buffer.byteLength(postData ?? '') : 0
      const up = `${method} ${path} HTTP/1.1\r\n`.length + body
      under.set(requestId, { method, path, status: 0, media: '', encoding: '', up, down: 0 })
      if (!heads.has(requestId)) heads.set(requestId, lines(headers))
    },
  )
  devtools.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => heads.set(requestId, lines(headers)))
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const request = under.get(requestId)
    if (!request) return
    const { status, fromServiceWorker, fromDiskCache, headers } = response
    if (fromServiceWorker || fromDiskCache) return end(requestId)
    const of = (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? ''
    Object.assign(request, { status, media: of('Content-Type'), encoding: of('Content-Encoding') })
    if (request.media.startsWith('text/event-stream')) end(requestId)
  })
  const done = (id: string, down: number) => {
    const request = under.get(id)
    if (request) carried.push({ ...request, up: request.up + (heads.get(id) ?? 0), down })
    end(id)
  }
  // the body that a 304 does not have is never read: for the browser it never ends
  devtools.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headersText = '' }) => {
    const request = under.get(requestId)
    if (!request || statusCode !== 304) return
    request.status = statusCode
    done(requestId, headersText.length)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => done(requestId, encodedDataLength))
  devtools.on('Network.loadingFailed', ({ requestId }) => end(requestId))
  await devtools.send('Network.enable')
  return {
    carried,
    untilQuiet: async ms => {
      while (under.size > 0 || performance.now() - at < ms) await sleep(50)
    },
  }
}

/** Bytes both ways. */
export const bytesOf = (carried: readonly Carried[]): number =>
  carried.reduce((sum, { up, down }) => sum + up + down, 0)
