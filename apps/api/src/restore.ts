/** Puts the backup named by its argument into the empty place of these settings; started by `npm run restore`, as the owner. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { passphraseOf, runCommand, say } from './backup/command.ts'
import { openBackup, restoreBackup } from './backup/restoreBackup.ts'
import { readConfig, secretFile } from './config.ts'
import { diskStore } from './storage/diskStore.ts'

const asMade = 'no-upgrade'

runCommand(async () => {
  const { DIRECT_DATABASE_URL: ownerUrl = '', DATA_DIR: dataDir = '' } = process.env
  const { values, positionals } = parseArgs({ options: { [asMade]: { type: 'boolean' } }, allowPositionals: true })
  const [file = ''] = positionals
  const backup = await openBackup(file, passphraseOf(process.env))
  const { at, release, secret } = backup.head
  say(`Memulihkan ${file}: keadaan ${at}, SEPAKAT ${release}`)
  // before the settings are read, which would make another
  if (secret !== null) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(secretFile(dataDir), `${secret}\n`, { mode: 0o600 })
  }
  const config = readConfig(process.env)
  const urls = { ownerUrl, appUrl: config.databaseUrl }
  const storage = await diskStore(config.filesDir)
  const { manifest, strange } = await restoreBackup(backup, { urls, storage, upgrade: !values[asMade] })
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  say(
    `${Object.keys(manifest.tables).length} tabel, ${rows} baris, ${manifest.files} berkas: jumlah dan sidiknya sama.`,
  )
  if (strange.length > 0)
    say(`Tidak dipulihkan karena bukan bagian SEPAKAT (tabel, atau tabel.kolom): ${strange.join(', ')}.`)
  if (values[asMade])
    say(`Tabelnya seperti ketika dicadangkan. Jalankan dengan SEPAKAT ${release}, lalu: npm run audit:verify`)
  return 0
})
