import { type Database, demoUsernames, reader } from '@sepakat/db'
import { demoAccounts, demoPassword } from '@sepakat/db/seed/demo.ts'

/** Demo accounts that can sign in, for the sign-in page of this very machine. */
export const demoLines = async (db: Database) => {
  const living = new Set(await demoUsernames(reader(db)))
  return demoAccounts
    .filter(({ username }) => living.has(username))
    .map(({ username, label }) => ({ username, label, password: demoPassword }))
}
