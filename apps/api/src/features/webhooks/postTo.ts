import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Sending, type Target, webhookTargets } from './webhookTarget.ts'

/** From resolving the name to the end of the answer. */
const mostMs = 15_000
/** Of the answer so much is read, and of that so much kept. */
const readBytes = 4096
const keptLetters = 500

const pinned =
  (targets: readonly [Target, ...Target[]]): LookupFunction =>
  (_, { all }, done) =>
    all ? done(null, [...targets]) : done(null, targets[0].address, targets[0].family)

/**
 * Posts to an address that is public when it is connected to: what its name means is judged first and then used, so that it cannot
 * become another. Redirects are answers like others. @throws TargetRefused, or what kept an answer from coming
 */
export const postTo = async (
  address: string,
  { headers, body, sending }: { headers: Record<string, string>; body: string; sending: Sending },
): Promise<{ status: number; answer: string }> => {
  const url = new URL(address)
  const signal = AbortSignal.timeout(mostMs)
  const targets = await webhookTargets(url, sending)
  const { request } = url.protocol === 'https:' ? https : http
  const bytes = Buffer.from(body)
  const asks = {
    method: 'POST',
    agent: false,
    lookup: pinned(targets),
    signal,
    maxHeaderSize: 16_384,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': bytes.length,
      'user-agent': 'SEPAKAT-webhook',
    },
  }
  return new Promise((resolve, reject) => {
    const asked = request(url, asks, answer => {
      const parts: Buffer[] = []
      let length = 0
      const end = () => {
        const text = Buffer.concat(parts).toString('utf8').replaceAll('\u0000', '').slice(0, keptLetters)
        resolve({ status: answer.statusCode ?? 0, answer: text.toWellFormed() })
        asked.destroy()
      }
      answer.on('data', (part: Buffer) => {
        parts.push(part.subarray(0, readBytes - length))
        length = Math.min(readBytes, length + part.length)
        if (length === readBytes) end()
      })
      answer.on('end', end)
      answer.on('error', reject)
    })
    const late = new Error(`Tidak dijawab dalam ${mostMs / 1000} detik.`)
    asked.on('error', error => reject(signal.aborted ? late : error))
    asked.end(bytes)
  })
}
