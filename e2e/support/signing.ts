import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { readSignature } from '@sepakat/documents/signature/testing/readSignature.ts'
import { expect } from './test.ts'

const certificate = new URL('../../packages/documents/src/signature/testing/test-certificate.p12', import.meta.url)

/** Settings of a product with a certificate of the region's own. */
export const signingEnv = { SIGN_CERTIFICATE: fileURLToPath(certificate), SIGN_PASSPHRASE: 'rahasia' }

/** Downloads a PDF by a press and expects that it is signed as a whole, and unchanged since. */
export const expectSigned = async (page: Page, save: Locator): Promise<void> => {
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(await readSignature(await readFile(await download.path()))).toMatchObject({ holds: true, ofAll: true })
}
