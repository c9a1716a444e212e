import type { PdfSigner, Signed, SigningFault, SigningWords } from './signPdf.ts'

/** Where the e-sign client service of BSrE is, as the region's own server has it, and how the application is known there. */
export interface BsreService {
  address: string
  username: string
  password: string
  timeoutMs?: number
}

/** Who signs; kept as long as it is signed, and nowhere else. */
export interface BsrePerson {
  nik: string
  passphrase: string
}

/** Codes of its refusals (docs/bsre.md). */
const faults: Record<number, SigningFault> = { 2011: 'not-registered', 2031: 'wrong-passphrase' }

/** Signs by the e-sign client service of BSrE: its calls to sign, to download and to verify (docs/bsre.md). */
export const bsreSigner =
  (service: BsreService, person: BsrePerson): PdfSigner =>
  async (pdf, words): Promise<Signed> => {
    try {
      const signed = await sign(service, person, pdf, words)
      if ('fault' in signed) return signed
      return (await holds(service, signed.pdf)) ? signed : { fault: 'unverified' }
    } catch {
      // what failed may name what was sent: it goes no further
      return { fault: 'unreachable' }
    }
  }

async function sign(
  service: BsreService,
  { nik, passphrase }: BsrePerson,
  pdf: Uint8Array,
  { reason, location }: SigningWords,
): Promise<Signed> {
  const form = formWith('file', pdf)
  for (const [name, value] of Object.entries({ nik, passphrase, tampilan: 'invisible', reason, location, text: '' }))
    form.append(name, value)
  const answer = await call(service, '/api/sign/pdf', form)
  if (!answer.ok) return { fault: await faultOf(answer) }
  const id = answer.headers.get('id_dokumen')
  const bytes = await answer.bytes().catch(() => new Uint8Array())
  if (isWhole(bytes)) return { pdf: bytes }
  // the answer was cut off: the service has the document
  if (id === null) return { fault: 'unverified' }
  const again = await call(service, `/api/sign/download/${encodeURIComponent(id)}`)
  return again.ok ? { pdf: await again.bytes() } : { fault: await faultOf(again) }
}

/** Whether the service finds a signature in it, and the document unchanged since. */
async function holds(service: BsreService, pdf: Uint8Array): Promise<boolean> {
  const answer = await call(service, '/api/sign/verify', formWith('signed_file', pdf))
  if (!answer.ok) return false
  const said = (await answer.json()) as Verified
  const details = said.details ?? []
  return details.length > 0 && details.every(one => one.signature_document?.document_integrity === true)
}
interface Verified {
  details?: { signature_document?: { document_integrity?: boolean } }[]
}

const formWith = (name: string, pdf: Uint8Array): FormData => {
  const form = new FormData()
  form.append(name, new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'naskah.pdf')
  return form
}

const call = ({ address, username, password, timeoutMs = 60_000 }: BsreService, path: string, form?: FormData) =>
  fetch(address.replace(/\/$/, '') + path, {
    method: form ? 'POST' : 'GET',
    headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    // credentials are sent to that address and to no other
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    ...(form && { body: form }),
  })

async function faultOf(answer: Response): Promise<SigningFault> {
  if (answer.status === 401 || answer.status === 403) return 'not-allowed'
  const said = (await answer.json().catch(() => null)) as { status_code?: number } | null
  return faults[said?.status_code ?? 0] ?? 'refused'
}

const isWhole = (bytes: Uint8Array): boolean => {
  const text = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  return text(0, 5) === '%PDF-' && text(Math.max(0, bytes.length - 1024)).includes('%%EOF')
}
