import { openDatabase } from '@sepakat/db'
import { createCredentials } from '#http/auth/credentials.ts'
import { issueResetCode } from './boot/issueResetCode.ts'
import { readConfig } from './config.ts'

/** Prints a code for the person that the argument names (NIP or user name), by the settings of the API. */
const run = async (): Promise<number> => {
  const config = readConfig(process.env)
  const db = openDatabase({ url: config.databaseUrl, max: 1 })
  try {
    const name = process.argv[2] ?? ''
    const ground = { db, clock: () => new Date() }
    const issued = await issueResetCode(ground, createCredentials(config), name)
    if (issued === null) {
      process.stderr.write(`Tidak ada orang aktif bernama masuk ${name} yang memasang verifikasi dua langkah.\n`)
      return 1
    }
    process.stdout.write(`Kode pemulihan: ${issued.code}
Berlaku satu jam dan satu kali. Masuk seperti biasa dengan sandi, lalu tulis kode ini di tempat kode verifikasi:
verifikasi dua langkah yang lama dilepas, semua perangkat lain dikeluarkan, dan yang baru dipasang saat itu juga.
`)
    return 0
  } finally {
    await db.close()
  }
}

process.exit(await run())
