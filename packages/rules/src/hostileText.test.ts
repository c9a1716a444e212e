/** Each reader of text is linear in its length, whatever it contains: a hostile text blocks neither a page nor the server. */
import process from 'node:process'
import { expect, it } from 'vitest'
import { readArchiveValue } from './archive/readArchiveValue.ts'
import { canonicalJson } from './canonical/canonicalJson.ts'
import { slugOf } from './catalogue/slugOf.ts'
import { readDpaLines } from './kinds/lkpj-tahunan/readDpaLines.ts'
import { correctionWords } from './names/correctionWords.ts'
import { readNomenclature } from './nomenclature/readNomenclature.ts'
import { formatNumber } from './numbers/formatNumber.ts'
import { readNumber } from './numbers/readNumber.ts'
import { parseDay } from './periods/dates.ts'
import { isRowId } from './pointers/ids.ts'
import { parseAnchor } from './pointers/pointer.ts'
import { readTables } from './recompute/readTables.ts'
import { isCellOf } from './saving/cell.ts'
import { isPosition } from './saving/place.ts'
import { isBlank } from './text/isBlank.ts'
import { plain } from './text/plain.ts'
import { csvLine } from './words/csvLine.ts'
import { parseMarkdown } from './words/parseMarkdown.ts'

/** Processor time, which other processes on the machine affect less than wall time. */
const cost = (run: () => unknown): number => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const least = (run: () => unknown): number => Math.min(...[1, 2, 3].map(() => cost(run)))

/** Below this many milliseconds a cost is that of the measurement. */
const floor = 6

/** Four times the text costs some four times as much: sixteen times means a reader that goes back at each character. */
const takesTimeWithLength = (read: (text: string) => unknown, texts: ((n: number) => string)[], n = 8000) => {
  for (const text of texts) {
    const [short, long] = [text(n), text(4 * n)]
    read(short)
    const ratio =
      least(() => read(long)) /
      Math.max(
        least(() => read(short)),
        floor,
      )
    expect(ratio, JSON.stringify(text(12))).toBeLessThan(9)
  }
}

/** Texts that make a pattern backtrack: an almost matching repetition, and an end that does not match. */
const digits = [
  (n: number) => '0'.repeat(n),
  (n: number) => `1,${'0'.repeat(n)}1`,
  (n: number) => `1,${'0'.repeat(n)}x`,
  (n: number) => `${'0'.repeat(n)}x`,
  (n: number) => `1${'.000'.repeat(n / 4)}`,
  (n: number) => `1${'.000'.repeat(n / 4)},x`,
  (n: number) => '1.'.repeat(n / 2),
  (n: number) => `${'('.repeat(n)}1`,
  (n: number) => `(${'1'.repeat(n)}`,
  (n: number) => `Rp ${'- '.repeat(n / 2)}1`,
  (n: number) => `${' '.repeat(n)}x`,
  (n: number) => `1${' '.repeat(n)}%`,
  (n: number) => `1${' '.repeat(n)}x`,
  (n: number) => '-'.repeat(n),
]
const words = [
  (n: number) => ' '.repeat(n),
  (n: number) => `${' '.repeat(n)}x`,
  (n: number) => ' x'.repeat(n / 2),
  (n: number) => `${'. '.repeat(n / 2)}x`,
  (n: number) => '\n'.repeat(n),
  (n: number) => `-${' '.repeat(n)}\u2028x`,
  (n: number) => '- \u2028'.repeat(n / 3),
  (n: number) => '*'.repeat(n),
  (n: number) => '**a'.repeat(n / 3),
  (n: number) => '*a_'.repeat(n / 3),
  (n: number) => '_'.repeat(n),
  (n: number) => `# ${' '.repeat(n)}\u2028`,
  (n: number) => `1.${' '.repeat(n)}\u2028`,
  (n: number) => 'a-'.repeat(n / 2),
  (n: number) => '/a'.repeat(n / 2),
  (n: number) => '\u200b'.repeat(n),
  (n: number) => '"'.repeat(n),
  (n: number) => ',"'.repeat(n / 2),
]

const spec = { type: 'number', label: 'Nilai' } as const
const at = (type: 'number' | 'date' | 'boolean') => ({ spec: { ...spec, type }, steps: null, row: { unit: 'orang' } })

it('a number is read in time with its length', () => takesTimeWithLength(text => readNumber(text, 'typed'), digits))

it('a pasted number is read in time with its length', () =>
  takesTimeWithLength(text => readNumber(text, 'pasted', { unit: 'Rp', decimals: 2 }), digits))

it('a value from the archive is read in time with its length', () =>
  takesTimeWithLength(text => readArchiveValue(at('number'), text), digits))

it('a date from the archive is read in time with its length', () =>
  takesTimeWithLength(text => readArchiveValue(at('date'), text), digits))

it('a yes or no from the archive is read in time with its length', () =>
  takesTimeWithLength(text => readArchiveValue(at('boolean'), text), words))

it('a number is grouped in time with its length', () =>
  takesTimeWithLength(text => formatNumber(text), [n => '1'.repeat(n), n => `1.${'1'.repeat(n)}`]))

it('a decimal of an answer is judged in time with its length', () =>
  takesTimeWithLength(text => isCellOf(spec, text), digits))

it('a measure of an answer is judged in time with its length', () =>
  takesTimeWithLength(text => isCellOf({ ...spec, type: 'measure' }, text), [...digits, ...words]))

it('a text of an answer is judged in time with its length', () =>
  takesTimeWithLength(text => isCellOf({ ...spec, type: 'text', max: 1e6 }, text), words))

it('a day is read in time with its length', () => takesTimeWithLength(parseDay, [...digits, ...words]))

it('an id of a row is judged in time with its length', () => takesTimeWithLength(isRowId, words))

it('an address is read in time with its length', () => takesTimeWithLength(parseAnchor, words))

it('a place among rows is judged in time with its length', () => takesTimeWithLength(isPosition, words))

it('a blank text is told in time with its length', () => takesTimeWithLength(isBlank, words))

it('a text is made plain in time with its length', () => takesTimeWithLength(plain, words))

it('a text is made a name in time with its length', () => takesTimeWithLength(slugOf, words))

it('a narrative is read in time with its length', () => takesTimeWithLength(parseMarkdown, words))

it('a line of a CSV is written in time with its length', () =>
  takesTimeWithLength(text => csvLine([text, text]), [...digits, ...words]))

it('a JSON text for a hash is written in time with its length', () =>
  takesTimeWithLength(text => canonicalJson({ text }), words))

it('a reason for a correction is told in time with its length', () =>
  takesTimeWithLength(
    reason =>
      correctionWords(
        { of: 1, reason, by: { name: 'Siti', title: '' }, at: '', anchors: null } as never,
        () => '',
        () => '',
      ),
    words,
  ))

it('a published table is read in time with its length', () =>
  takesTimeWithLength(readTables, [...words, n => '```csv\n'.repeat(n / 7), n => '#'.repeat(n)]))

it('a code of the national list is read in time with its length', () =>
  takesTimeWithLength(
    text =>
      readNomenclature([
        ['kode', 'nama'],
        [text, text],
      ]),
    [...digits, ...words],
  ))

it('a list of national codes is read in time with its lines', () =>
  takesTimeWithLength(
    text => readNomenclature(text.split('\n').map(line => line.split('\t'))),
    [
      n => `kode\tnama\n${'1.02\tA\n'.repeat(n)}`,
      n => `kode\tnama\n${'x\tA\n'.repeat(n)}`,
      n => `${'kode\t'.repeat(n)}\n`,
    ],
    3000,
  ))

it('a cell of a budget document is read in time with its length', () =>
  takesTimeWithLength(
    text =>
      readDpaLines(
        [
          ['kode', 'uraian', 'indikator', 'target', 'pagu'],
          ['1.02.02', text, text, text, text],
        ],
        {},
      ),
    [...digits, ...words, n => `1${' '.repeat(n)}\nx`, n => `1${' '.repeat(n)}\n1`],
  ))

it('a budget document is read in time with its lines', () =>
  takesTimeWithLength(
    text =>
      readDpaLines(
        text.split('\n').map(line => line.split('\t')),
        {},
      ),
    [
      n => `kode\turaian\tindikator\ttarget\tpagu\n${'1.02.02\tA\tB\t12 orang\t1.000\n'.repeat(n)}`,
      n =>
        `kode\turaian\tpagu\n${Array.from({ length: n }, (_, at) => `1.02.02.2.01.${String(at).padStart(4, '0')}\tA\t1`).join('\n')}`,
    ],
    1500,
  ))
