import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { verifyHistory, withSnapshot } from '@sepakat/db'
import { emptyTestDatabase } from '@sepakat/db/testing.ts'
import { type BackupMade, makeBackup } from '#backup/makeBackup.ts'
import { openBackup, type Restored, restoreBackup } from '#backup/restoreBackup.ts'
import { diskStore } from '#storage/diskStore.ts'
import { readIfKept } from '#storage/fileStore.ts'
import { secretFile } from '../config.ts'
import { type TestApi, testApi } from './testApi.ts'

/** As a passphrase becomes a key in tests: quickly. */
export const quickWork = 10

/** Keeps the installation under test in a file. */
export const backUp = async (api: TestApi, file: string, passphrase: string | null = null): Promise<BackupMade> => {
  const { secret, filesDir } = api.config
  const source = { ownerUrl: api.ownerUrl, storage: await diskStore(filesDir), release: '0.1.0', secret }
  return makeBackup(file, source, { passphrase, work: quickWork })
}

/** Another machine with nothing on it. */
export const emptyMachine = async () => ({
  database: await emptyTestDatabase(),
  folder: await mkdtemp(path.join(tmpdir(), 'sepakat-restored-')),
})
type Machine = Awaited<ReturnType<typeof emptyMachine>>

/** Restores a backup there, as `npm run restore` does. */
export const restoreOn = async ({ database, folder }: Machine, file: string, passphrase: string | null = null) => {
  const backup = await openBackup(file, passphrase)
  if (backup.head.secret !== null) await writeFile(secretFile(folder), backup.head.secret)
  return restoreBackup(backup, { urls: database, storage: await diskStore(path.join(folder, 'files')) })
}

/** Restores a backup on another machine and starts the product there. */
export const onAnotherMachine = async (
  file: string,
  passphrase: string | null = null,
): Promise<TestApi & { restored: Restored }> => {
  const machine = await emptyMachine()
  const restored = await restoreOn(machine, file, passphrase)
  return { ...(await testApi(undefined, { place: machine })), restored }
}

/** What the audit finds, as `npm run audit:verify` does. */
export const tamperings = (of: TestApi): Promise<string[]> =>
  withSnapshot(of.superuserUrl, async db => {
    const found: string[] = []
    const account = new URL(of.config.databaseUrl).username
    const storage = await diskStore(of.config.filesDir)
    const fileHash = async (sha256: string) => {
      const kept = await readIfKept(storage, sha256)
      return (
        kept &&
        createHash('sha256')
          .update(await buffer(kept))
          .digest('hex')
      )
    }
    for await (const { code, where } of verifyHistory(db, { fileHash, anchor: null, account }))
      found.push(`${code} ${where}`)
    return found
  })
