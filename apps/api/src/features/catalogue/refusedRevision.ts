import type { CatalogueRevision, RevisionFault } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'

/** Which field of the request a flaw of the corrected catalogue belongs to. */
const fieldOf = (path: string): string => {
  const field = path.split('/')[2]
  return field === undefined ? '/change' : `/change/${field}`
}

/** What is wrong with a catalogue, at the fields of the request that made it so. */
export const refusedRevision = (wrong: RevisionFault, { correct, add, retire }: CatalogueRevision): Error => {
  switch (wrong.fault) {
    case 'no-row': {
      const { row, from } = wrong.slice
      if (!retire) return invalid('/row', `Baris ${row} tidak ada dalam katalog tahun ${from}.`)
      return invalid(
        '/retire/lastYear',
        row === retire.row
          ? `Baris ini tidak berlaku pada tahun ${retire.lastYear}. Pilih tahun ketika baris ini masih berlaku.`
          : `Baris ${row} di bawahnya baru berlaku sesudah tahun ${retire.lastYear}. Pilih tahun sesudah itu.`,
      )
    }
    case 'row': {
      const part = add ? 'add' : 'change'
      return problem('invalid', {
        errors: wrong.faults.map(({ field, message }) => ({
          pointer: `/${part}/${field.replaceAll('.', '/')}`,
          code: 'custom',
          message,
        })),
      })
    }
    case 'invalid':
      if (!correct && !add)
        return invalid(
          '/until/to',
          'Ada baris yang berakhir sebelum mulai, atau sudah punya masa berlaku lain pada tahun itu. Pilih tahun lain, atau lepaskan barisnya.',
        )
      return refusedCatalogue(wrong)
  }
}

/** A catalogue that cannot be published as it is. */
export const refusedCatalogue = ({ issues }: Extract<RevisionFault, { fault: 'invalid' }>): Error =>
  problem('invalid', {
    errors: issues.map(({ path, message }) => ({ pointer: fieldOf(path), code: 'custom', message })),
  })
