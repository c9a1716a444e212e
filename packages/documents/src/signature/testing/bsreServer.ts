import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PdfSigner } from '../signPdf.ts'
import { readSignature } from './readSignature.ts'

interface Behaviour {
  signer: PdfSigner
  username: string
  password: string
  /** By NIK: the passphrase of each who is registered. */
  people: Record<string, string>
}

/** A server that behaves as the e-sign client service of BSrE is described in docs/bsre.md. */
export interface BsreServer {
  address: string
  /** What it was asked, in order. */
  asked: string[]
  /** How the next document goes out: whole, cut off before its end, or changed. */
  sends: 'whole' | 'cut' | 'changed'
  close: () => Promise<void>
}

type Answer = { status: number; body: Uint8Array | object; id?: string }

export async function startBsreServer({ signer, username, password, people }: Behaviour): Promise<BsreServer> {
  const documents = new Map<string, Uint8Array>()
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, id }) => {
      const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body))
      const type = body instanceof Uint8Array ? 'application/pdf' : 'application/json'
      response.writeHead(status, { 'content-type': type, ...(id && { id_dokumen: id }) }).end(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const running: BsreServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    sends: 'whole',
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return running

  async function answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? ''
    running.asked.push(`${request.method} ${path.replace(/[0-9a-f-]{36}$/, '…')}`)
    if (request.headers.authorization !== expected) return { status: 401, body: { error: 'Unauthorized' } }
    const found = documents.get(path.split('/').at(-1) ?? '')
    if (path.startsWith('/api/sign/download/'))
      return found ? { status: 200, body: found } : { status: 404, body: { error: 'Dokumen tidak ditemukan' } }
    const form = await formOf(request)
    if (path === '/api/sign/pdf') return sign(form)
    if (path === '/api/sign/verify') return verify(await bytesOf(form.get('signed_file')))
    return { status: 404, body: { error: 'Not Found' } }
  }

  async function sign(form: FormData): Promise<Answer> {
    const passphrase = people[String(form.get('nik'))]
    if (passphrase === undefined) return { status: 400, body: { error: 'User tidak terdaftar', status_code: 2011 } }
    if (passphrase !== form.get('passphrase'))
      return { status: 400, body: { error: 'Proses signing gagal : Passphrase anda salah', status_code: 2031 } }
    const words = { reason: String(form.get('reason')), location: String(form.get('location')), at: new Date() }
    const signed = await signer(await bytesOf(form.get('file')), words)
    if ('fault' in signed) return { status: 500, body: { error: signed.fault } }
    const id = crypto.randomUUID()
    documents.set(id, signed.pdf)
    if (running.sends === 'cut') return { status: 200, body: signed.pdf.slice(0, -600), id }
    if (running.sends === 'changed') return { status: 200, body: changed(signed.pdf), id }
    return { status: 200, body: signed.pdf, id }
  }

  async function verify(pdf: Uint8Array): Promise<Answer> {
    const signature = await readSignature(pdf)
    const details = signature ? [{ signature_document: { document_integrity: signature.holds } }] : []
    const body = { nama_dokumen: 'naskah.pdf', jumlah_signature: details.length, notes: '', details, summary: 'VALID' }
    return { status: 200, body }
  }
}

const changed = (pdf: Uint8Array): Uint8Array => pdf.map((byte, at) => (at === 1000 ? byte ^ 1 : byte))

async function formOf(request: IncomingMessage): Promise<FormData> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new Response(Buffer.concat(parts), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData()
}
const bytesOf = async (file: unknown): Promise<Uint8Array> =>
  file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
