import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Lock, tryLock } from '@sepakat/db/engine/lock.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import type { Settings } from './settings.ts'

export const stopping = 'sedang berhenti'

const lockOf = (dataDir: string) => `data ${dataDir}`
const mark = (dataDir: string) => path.join(dataDir, 'restore-unfinished')

/** Takes the data folder for this process, or says who has it. One that was killed or asked to stop is given time to leave. */
export async function takeDataFolder({ dataDir, publicUrl }: Settings): Promise<Lock> {
  const begun = Date.now()
  for (;;) {
    const lock = await tryLock(lockOf(dataDir), `${publicUrl} (pid ${process.pid})`)
    if (lock.held) return lock
    const timeoutMs = lock.note === stopping ? 60_000 : 2000
    if (Date.now() - begun > timeoutMs)
      throw new Refusal(
        `SEPAKAT sudah berjalan untuk folder data ${dataDir}: ${lock.note}. Hentikan dahulu, atau pakai DATA_DIR dan PORT lain.`,
      )
    await sleep(100)
  }
}

/** Keeps others from starting on an unused folder, so that no server is stopped under them; the process that has it goes on. */
export const keepDataFolder = async ({ dataDir }: Settings, what: string): Promise<void> => {
  await tryLock(lockOf(dataDir), `${what} (pid ${process.pid})`)
}

/** @throws Refusal where a restore into it was interrupted: its content is incomplete */
export function refuseUnfinishedRestore({ dataDir }: Settings): void {
  if (existsSync(mark(dataDir)))
    throw new Refusal(`Pemulihan ke ${dataDir} belum selesai. Ulangi sampai selesai: npm run restore -- BERKAS`)
}

/**
 * Marks a folder as being restored into, which a restore that was cut off may go on with and nothing else.
 * @returns whether this is the first try
 * @throws Refusal where it, or the folder of files, is not empty
 */
export function beginRestoreInto(dataDir: string, filesDir: string | undefined): boolean {
  if (existsSync(mark(dataDir))) return false
  for (const folder of [dataDir, ...(filesDir ? [filesDir] : [])])
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Refusal(
        `Folder ${folder} sudah berisi. Pulihkan ke tempat kosong: pindahkan isinya ke tempat lain, atau pilih DATA_DIR dan FILES_DIR lain.`,
      )
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(mark(dataDir), '')
  return true
}

export const endRestoreInto = (dataDir: string): void => rmSync(mark(dataDir), { force: true })
