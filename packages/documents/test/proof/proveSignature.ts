import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editionPdf } from '../../src/edition/editionPdf.ts'
import { ownCertificate } from '../../src/signature/ownCertificate.ts'
import { signPdf } from '../../src/signature/signPdf.ts'
import { exampleEdition } from '../../src/testing/exampleEdition.ts'
import { findings } from './findings.ts'
import { runProgram } from './runProgram.ts'

/** A signed edition, verified by poppler; with one byte changed it does not hold. */
export async function proveSignature(folder: string): Promise<void> {
  const certificate = new URL('../../src/signature/testing/test-certificate.p12', import.meta.url)
  const signer = ownCertificate({ file: await readFile(certificate), passphrase: 'rahasia' })
  const pdf = editionPdf(exampleEdition())
  const signed = await signPdf(pdf, signer, { reason: 'LPPD Tahun 2025', location: 'Nunukan', at: new Date() })
  findings.check('a certificate signs', 'pdf' in signed)
  if ('fault' in signed) return
  const said = await verdict(folder, signed.pdf)
  if (said === null) return
  findings.check(
    'pdfsig: the signature is valid, of the whole document',
    /Signature is Valid/.test(said) && /Total document signed/.test(said),
    said,
  )
  findings.check('pdfsig: it is PAdES', said.includes('ETSI.CAdES.detached'), said)
  for (const at of [30, 10_000, Math.floor(pdf.length / 2), pdf.length - 10]) {
    const other = await verdict(
      folder,
      signed.pdf.map((byte, n) => (n === at ? byte ^ 1 : byte)),
    )
    findings.check('pdfsig: a changed byte is found', other !== null && !/Signature is Valid/.test(other), `byte ${at}`)
  }
  const info = await runProgram('pdfinfo', [path.join(folder, 'signed.pdf')])
  findings.check('a signed PDF is tagged as before', info === null || /^Tagged:\s+yes/m.test(info))
}

async function verdict(folder: string, pdf: Uint8Array): Promise<string | null> {
  const file = path.join(folder, 'signed.pdf')
  await writeFile(file, pdf)
  return runProgram('pdfsig', [file])
}
