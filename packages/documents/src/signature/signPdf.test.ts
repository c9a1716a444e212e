import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionPdf } from '../edition/editionPdf.ts'
import { exampleEdition } from '../testing/exampleEdition.ts'
import { bsreSigner } from './bsreSigner.ts'
import { type Certificate, ownCertificate } from './ownCertificate.ts'
import { signByCertificate } from './signByCertificate.ts'
import { type PdfSigner, type Signed, signPdf } from './signPdf.ts'
import { type BsreServer, startBsreServer } from './testing/bsreServer.ts'
import { readSignature } from './testing/readSignature.ts'

const file = readFileSync(new URL('testing/test-certificate.p12', import.meta.url))
const words = { reason: 'LPPD Tahun 2025', location: 'Nunukan', at: new Date('2026-03-31T02:00:00Z') }
/** As `ownCertificate`, in this process. */
const here =
  (certificate: Certificate): PdfSigner =>
  (pdf, words) =>
    signByCertificate({ certificate, pdf, words })
const own = here({ file, passphrase: 'rahasia' })
let pdf: Uint8Array
beforeAll(async () => {
  pdf = editionPdf(exampleEdition({ tables: 1, lines: 1 }))
})
const bytesOf = (signed: Signed): Uint8Array => ('pdf' in signed ? signed.pdf : new Uint8Array())

describe('a PDF signed with a certificate', () => {
  it('is the document with a signature after it that holds, still with its tags', async () => {
    const signed = bytesOf(await signPdf(pdf, ownCertificate({ file, passphrase: 'rahasia' }), words))
    expect(await readSignature(signed)).toEqual({ holds: true, ofAll: true, subFilter: 'ETSI.CAdES.detached' })
    expect(Buffer.from(signed.subarray(0, pdf.length))).toEqual(Buffer.from(pdf))
    const read = await getDocumentProxy(new Uint8Array(signed))
    expect((await read.getMarkInfo())?.Marked).toBe(true)
    expect(await read.getOutline()).not.toEqual([])
  })

  it('no longer holds after one byte was changed, wherever it is', async () => {
    const signed = bytesOf(await signPdf(pdf, own, words))
    const at = Buffer.from(signed).toString('latin1').lastIndexOf('/ByteRange')
    for (const place of [20, Math.floor(pdf.length / 2), pdf.length - 3, at - 40]) {
      const other = signed.map((byte, n) => (n === place ? byte ^ 1 : byte))
      expect([place, (await readSignature(other))?.holds]).toEqual([place, false])
    }
  })

  it.each([
    ['wrong-passphrase', ownCertificate({ file, passphrase: 'lain' }), words.at],
    ['no-certificate', here({ file: Buffer.from('bukan sertifikat'), passphrase: 'rahasia' }), words.at],
    ['expired', own, new Date('2200-01-01')],
    ['not-yet-valid', own, new Date('2000-01-01')],
    ['unverified', (async of => ({ pdf: of.slice(1) })) satisfies PdfSigner, words.at],
  ])('is not made: %s', async (fault, signer, at) => {
    expect(await signPdf(pdf, signer, { ...words, at })).toEqual({ fault })
  })
})

describe('a PDF signed by the service of BSrE', () => {
  const credentials = { username: 'esign', password: 'sandi-aplikasi' }
  const person = { nik: '6405010101700001', passphrase: 'frasa rahasia' }
  let server: BsreServer
  beforeAll(async () => {
    server = await startBsreServer({ ...credentials, signer: own, people: { [person.nik]: person.passphrase } })
  })
  afterAll(() => server.close())
  const signed = (who = person, more: { password?: string; address?: string; timeoutMs?: number } = {}) =>
    signPdf(pdf, bsreSigner({ address: server.address, ...credentials, ...more }, who), words)

  it('is signed and verified, and downloaded where the answer was cut off', async () => {
    server.asked.length = 0
    expect((await readSignature(bytesOf(await signed())))?.holds).toBe(true)
    expect(server.asked).toEqual(['POST /api/sign/pdf', 'POST /api/sign/verify'])
    server.sends = 'cut'
    expect((await readSignature(bytesOf(await signed())))?.holds).toBe(true)
    expect(server.asked.slice(2)).toEqual(['POST /api/sign/pdf', 'GET /api/sign/download/…', 'POST /api/sign/verify'])
    server.sends = 'changed'
    expect(await signed()).toEqual({ fault: 'unverified' })
    server.sends = 'whole'
  })

  it('is not made, and what was given to sign is in no error', async () => {
    expect(await signed({ ...person, passphrase: 'lain' })).toEqual({ fault: 'wrong-passphrase' })
    expect(await signed({ ...person, nik: '1' })).toEqual({ fault: 'not-registered' })
    expect(await signed(person, { password: 'lain' })).toEqual({ fault: 'not-allowed' })
    expect(await signed(person, { address: 'http://127.0.0.1:1' })).toEqual({ fault: 'unreachable' })
    expect(await signed(person, { timeoutMs: 1 })).toEqual({ fault: 'unreachable' })
  })
})
