import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { ConfigError } from '../config.ts'
import { DamagedBackup } from './readBackupFile.ts'

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Short ones are guessed: who has the file has all the time there is. */
const leastPassphrase = 12

/**
 * What backups are encrypted with; null: in clear.
 * @throws ConfigError where it is too short to protect anything
 */
export function passphraseOf(env: NodeJS.ProcessEnv): string | null {
  const given = env.BACKUP_PASSPHRASE
  if (!given) return null
  if (given.length < leastPassphrase)
    throw new ConfigError([`BACKUP_PASSPHRASE paling sedikit ${leastPassphrase} huruf.`])
  return given
}

/** How a command ends that found a backup to be not whole, which says more than that nothing was done. */
const damagedBackup = 4

/** Runs a command to its exit code. What a person can put right is one sentence; anything else keeps its stack. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    code => {
      process.exitCode = code
    },
    (error: Error) => {
      const known = error instanceof Refusal || error instanceof ConfigError
      process.stderr.write(`${known ? error.message : error.stack}\n`)
      process.exitCode = error instanceof DamagedBackup ? damagedBackup : known ? 1 : 2
    },
  )
}
