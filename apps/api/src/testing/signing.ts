import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PrintJob } from '@sepakat/db'
import type { PdfSigner } from '@sepakat/documents'
import { signByCertificate } from '@sepakat/documents/signature/signByCertificate.ts'
import { printRevision } from '#jobs/printRevision.ts'
import { renderEdition } from '#jobs/renderEdition.ts'
import { diskStore } from '#storage/diskStore.ts'
import type { TestApi } from './testApi.ts'

const testing = new URL('../../../../packages/documents/src/signature/testing/', import.meta.url)

/** The environment of an installation with a certificate of the region's own. */
export const signingEnv = {
  SIGN_CERTIFICATE: fileURLToPath(new URL('test-certificate.p12', testing)),
  SIGN_PASSPHRASE: 'rahasia',
}

/** Signs by that certificate in this process, for a server that behaves as that of BSrE. */
export const signsHere: PdfSigner = (pdf, words) => {
  const { SIGN_CERTIFICATE: place, SIGN_PASSPHRASE: passphrase } = signingEnv
  return signByCertificate({ certificate: { file: readFileSync(place), passphrase }, pdf, words })
}

/** Makes the paper of a submission, as the worker does. */
export const makePaper = async (
  { db, config }: TestApi,
  job: Extract<PrintJob, { submission: string }>,
): Promise<void> => printRevision({ db, storage: await diskStore(config.filesDir), config }, job)

/** Makes files of an edition that were ordered, as the worker does, one after the other. */
export const renderFiles = async ({ db, config }: TestApi, edition: string, ...files: string[]): Promise<void> => {
  const storage = await diskStore(config.filesDir)
  for (const file of files) await renderEdition({ db, storage, clock: () => new Date() }, { edition, file })
}
