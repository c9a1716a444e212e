import { type FormId, type Kind, kinds, type PaperKind } from '@sepakat/rules'
import { paperOf } from '@sepakat/rules/kinds/paperOf.ts'
import { receiptId } from '@sepakat/rules/papers/receipt.ts'
import { returnLetterId } from '@sepakat/rules/papers/returnLetter.ts'

/** A paper whose template a region may have of its own. Its id is of this paper alone. */
export interface NamedPaper {
  paper: string
  name: string
  /** Null: of every report. */
  form: FormId | null
}

const ofEvery: NamedPaper[] = [
  { paper: receiptId, name: 'tanda terima', form: null },
  { paper: returnLetterId, name: 'surat pengembalian', form: null },
]

export const namedPapers: readonly NamedPaper[] = [
  ...Object.values(kinds).flatMap(({ form, papers = {} }) =>
    Object.entries(papers).map(([paper, name]) => ({ paper, name, form })),
  ),
  ...ofEvery,
]

/** A kind whose reports have this paper: that of its form, or any for one of every report. */
export const kindOfPaper = ({ form }: NamedPaper): Kind | undefined =>
  form === null ? Object.values(kinds)[0] : kinds[form]

/** A paper by its id, with what its names mean; null where there is none. */
export function namedPaper(paper: string): (NamedPaper & { kind: PaperKind }) | null {
  const named = namedPapers.find(one => one.paper === paper)
  const of = named && kindOfPaper(named)
  const kind = of && paperOf(of.form, paper)
  return kind ? { ...named, kind } : null
}
