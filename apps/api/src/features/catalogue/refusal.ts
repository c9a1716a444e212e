import type { RevisionRefused } from '@sepakat/db'
import { invalid, problem } from '../../http/problem.ts'

/** Which field of the request a flaw of the corrected catalogue belongs to. */
const fieldOf = (path: string): string => {
  const field = path.split('/')[2]
  return field === undefined ? '/change' : `/change/${field}`
}

/** Why a catalogue was not revised. `part`: where the fields of the row stand in the request. */
export const refusal = (refused: RevisionRefused, part = 'change'): Error => {
  switch (refused.refused) {
    case 'no-form':
      return problem('not-found')
    case 'no-row':
      return invalid('/row', `Baris ${refused.slice.row} tidak ada dalam katalog tahun ${refused.slice.from}.`)
    case 'stale':
      return problem('stale', {
        detail: 'Katalog ini sudah diterbitkan lagi oleh orang lain. Muat ulang, lalu perbaiki lagi.',
        version: refused.newest,
      })
    case 'row':
      return problem('invalid', {
        errors: refused.faults.map(({ field, message }) => ({
          pointer: `/${part}/${field.replaceAll('.', '/')}`,
          code: 'custom',
          message,
        })),
      })
    case 'invalid':
      return problem('invalid', {
        errors: refused.issues.map(i => ({ pointer: fieldOf(i.path), code: 'custom', message: i.message })),
      })
  }
}
