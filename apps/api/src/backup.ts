/** Makes one backup into `BACKUP_DIR`; started by `npm run backup`, as the owner of the database. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { noteBackupRuns } from '@sepakat/db'
import { tryLock } from '@sepakat/db/engine/lock.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import about from '../package.json' with { type: 'json' }
import { passphraseOf, runCommand, say } from './backup/command.ts'
import { makeBackup } from './backup/makeBackup.ts'
import { readConfig } from './config.ts'
import { diskStore } from './storage/diskStore.ts'

/** Neither well nor for nothing: who upgrades goes on, who watches is told. */
const madeWithoutSome = 3

runCommand(async () => {
  const { BACKUP_DIR: folder = '', DIRECT_DATABASE_URL: ownerUrl = '', SECRET } = process.env
  const config = readConfig(process.env)
  const passphrase = passphraseOf(process.env)
  await takeFolder(folder)
  const name = `sepakat-${new Date().toISOString().replaceAll(':', '.')}.tar${passphrase === null ? '' : '.age'}`
  const file = path.join(folder, name)
  const source = {
    ownerUrl,
    storage: await diskStore(config.filesDir),
    release: about.version,
    secret: SECRET ? null : config.secret,
  }
  const { at, bytes, manifest } = await makeBackup(file, source, { passphrase })
  const { tables, files, damaged } = manifest
  await noteBackupRuns(ownerUrl, [{ kind: 'backup', at, file: name, well: damaged.length === 0 }])
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  say(`Cadangan: ${file}`)
  say(
    `${rows} baris, ${files} berkas, ${Math.ceil(bytes / 1024)} KiB, ${passphrase === null ? 'tidak disandikan' : 'disandikan'}.`,
  )
  if (passphrase === null)
    say('Isinya dapat dibaca siapa pun yang memegangnya; isi BACKUP_PASSPHRASE untuk menyandikan.')
  for (const sha256 of damaged) say(`TIDAK IKUT: berkas ${sha256} hilang atau rusak di tempat asalnya.`)
  if (damaged.length > 0)
    say(`${damaged.length} berkas tidak ikut; cari dalam cadangan lama, lalu: npm run audit:verify`)
  return damaged.length === 0 ? 0 : madeWithoutSome
})

/** One at a time into a folder: what a killed one left unfinished may then go. */
async function takeFolder(folder: string): Promise<void> {
  const lock = await tryLock(`backups ${folder}`, `pid ${process.pid}`)
  if (!lock.held) throw new Refusal(`Cadangan lain sedang dibuat di ${folder} (${lock.note}).`)
  const there = await readdir(folder).catch(() => [])
  for (const name of there) if (/^sepakat-.*\.part$/.test(name)) await rm(path.join(folder, name), { force: true })
}
