import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withClient } from '@sepakat/db/engine/client.ts'
import { root } from '../root.ts'

export interface FailureFolder {
  /** Writes a file of lines into the folder; the first one makes it. */
  write: (file: string, lines: readonly string[]) => void
  /** Where it is; null while nothing was written. */
  path: () => string | null
}

/** A folder of its own for a run that fails: what it did, and what the product had then. Never committed. */
export const failureFolder = (name: string, parent = path.join(root, 'soak-failures')): FailureFolder => {
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')
  const folder = path.join(parent, `${name}-${stamp}`)
  let written = false
  return {
    write: (file, lines) => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, file), lines.map(line => `${line}\n`).join(''))
      written = true
    },
    path: () => (written ? folder : null),
  }
}

/** Every event of an installation as a line of JSON, the oldest first. */
export const eventsOf = (ownerUrl: string): Promise<string[]> =>
  withClient(ownerUrl, async client => {
    const { rows } = await client.query('SELECT stream, seq, type, at, actor, data FROM event ORDER BY at, stream, seq')
    return rows.map(row => JSON.stringify(row))
  })
