import { bothReadings, readNumber } from '../../numbers/readNumber.ts'
import type { Counted } from '../../numbers/wholeUnits.ts'
import type { Cell } from '../../types/Answers.ts'
import type { FieldId } from '../../types/Pointer.ts'
import type { Chosen } from './dpaQuestions.ts'

export interface NumberReader {
  /** Undefined for nothing; an ambiguous text is kept as typed until a reading was chosen for all. */
  amount: (text: string, counted: Counted) => Cell | undefined
  cells: (given: Record<FieldId, string | undefined>, counted: Counted) => Record<FieldId, Cell>
  /** The ambiguous texts so far, whatever was chosen. */
  unsure: string[]
}

/** Reads the numbers of pasted lines; a dash is nothing. */
export function numberReader({ separator }: Chosen): NumberReader {
  const unsure: string[] = []
  function amount(text: string, counted: Counted): Cell | undefined {
    const reading = readNumber(text, 'pasted', counted)
    if (reading.kind === 'empty' || reading.kind === 'state') return undefined
    const both = bothReadings(text, counted)
    if (both) unsure.push(text)
    const read = both && separator ? both[separator] : reading.kind === 'number' ? reading.value : null
    return read ?? { asTyped: text.slice(0, 200) }
  }
  return {
    unsure,
    amount,
    cells: (given, counted) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([field, text]) => {
          const cell = text === undefined ? undefined : amount(text, counted)
          return cell === undefined ? [] : [[field, cell]]
        }),
      ),
  }
}
