import { fileURLToPath } from 'node:url'
import { renderEdition } from '#jobs/renderEdition.ts'
import { diskStore } from '#storage/diskStore.ts'
import type { TestApi } from './testApi.ts'

const testing = new URL('../../../../packages/documents/src/signature/testing/', import.meta.url)

/** The environment of an installation with a certificate of the region's own. */
export const signingEnv = {
  SIGN_CERTIFICATE: fileURLToPath(new URL('test-certificate.p12', testing)),
  SIGN_PASSPHRASE: 'rahasia',
}

/** Makes files of an edition that were ordered, as the worker does, one after the other. */
export const renderFiles = async ({ db, config }: TestApi, edition: string, ...files: string[]): Promise<void> => {
  const storage = await diskStore(config.filesDir)
  for (const file of files) await renderEdition({ db, storage, clock: () => new Date() }, { edition, file })
}
