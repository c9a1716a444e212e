import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recap } from '../form/recapOf.ts'
import { dataAs, figureAs, formAs, refAs } from './edition.fixture.ts'
import { bookOf } from './figureBook.ts'
import type { DirectionPiece, FigurePiece, Narrative } from './Narrative.ts'
import { numberMarks } from './numberMarks.ts'
import { asSeen, piecesOf, sayPiece } from './sayText.ts'
import { figureIndex, searchFigures, stemOf } from './searchFigures.ts'

const budget = figureAs('lkpj.budget', '', '1242500000000', { unit: 'Rp' })
const absorption = figureAs('lkpj.absorption', '', '93.756', {
  numerator: '1165000000000',
  denominator: '1242500000000',
})
const book = bookOf(
  dataAs(
    [formAs('2025', [budget, absorption, figureAs('lkpj.absorption', 'miskin', '5.1')])],
    [formAs('2024', [figureAs('lkpj.absorption', '', '93.756'), figureAs('lkpj.absorption', 'miskin', '6.2')])],
  ),
)
const say = (of: FigurePiece['of'], more: Partial<FigurePiece> = {}) => sayPiece({ piece: 'figure', of, ...more }, book)

describe('a figure in a sentence', () => {
  it.each([
    [say(refAs('lkpj.budget', '')), 'Rp1.242.500.000.000'],
    [say(refAs('lkpj.budget', ''), { scale: 'trillion' }), 'Rp1,24 triliun'],
    [say(refAs('lkpj.budget', ''), { scale: 'billion', decimals: 1 }), 'Rp1.242,5 miliar'],
    [say(refAs('lkpj.budget', ''), { scale: 'trillion', bare: true }), '1,24 triliun'],
    [say(refAs('lkpj.absorption', '')), '93,76 %'],
    [say(refAs('lkpj.absorption', ''), { decimals: 1 }), '93,8 %'],
    [say(refAs('lkpj.absorption', '', '2020')), '(angkanya belum disetujui)'],
  ])('says %s', (said, as) => expect(said).toBe(as))

  it('says why it has no value', () => {
    const none = bookOf(dataAs([formAs('2025', [figureAs('lkpj.absorption', '', null)])]))
    expect(sayPiece({ piece: 'figure', of: refAs('lkpj.absorption', '') }, none)).toBe(
      '(tidak dapat dihitung karena pembaginya 0)',
    )
  })
})

describe('a word of direction', () => {
  const direction = (row: string, words: DirectionPiece['words']) =>
    sayPiece(
      { piece: 'direction', of: refAs('lkpj.absorption', row), than: refAs('lkpj.absorption', row, '2024'), words },
      book,
    )
  it('follows the data: lower is better improves as it falls, equal is neither', () => {
    expect(direction('miskin', 'naik')).toBe('turun')
    expect(direction('miskin', 'membaik')).toBe('membaik')
    expect(direction('', 'meningkat')).toBe('tetap')
    expect(direction('', 'lebih tinggi')).toBe('sama')
    expect(direction('lain', 'naik')).toBe('(belum dapat dibandingkan)')
  })

  it('turns with its two figures, whatever their values', () => {
    const values = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
    fc.assert(
      fc.property(values, ([now, then]) => {
        const of = (a: number, b: number) =>
          bookOf(
            dataAs(
              [formAs('2025', [figureAs('lkpj.absorption', '', String(a))])],
              [formAs('2024', [figureAs('lkpj.absorption', '', String(b))])],
            ),
          )
        const piece: DirectionPiece = {
          piece: 'direction',
          of: refAs('lkpj.absorption', ''),
          than: refAs('lkpj.absorption', '', '2024'),
          words: 'naik',
        }
        const turned = { naik: 'turun', turun: 'naik', tetap: 'tetap' } as Record<string, string>
        expect(sayPiece(piece, of(then, now))).toBe(turned[sayPiece(piece, of(now, then))])
      }),
    )
  })
})

const paragraph = (text: string): Narrative => [{ block: 'paragraph', text: [{ piece: 'text', text }] }]
const marked = (text: string) => numberMarks(paragraph(text), book).map(mark => mark.text)

describe('numbers typed by hand', () => {
  it('are marked where they equal no figure, however it is rounded or scaled', () => {
    expect(
      marked('Anggaran Rp1.242.500.000.000 terserap 93,76 persen, atau 93,8 persen, sebesar Rp1,24 triliun.'),
    ).toEqual([])
    expect(marked('Anggaran Rp1.300.000.000.000 terserap 94,76 persen, sebesar Rp1,25 triliun.')).toEqual([
      '1.300.000.000.000',
      '94,76',
      '1,25',
    ])
  })

  it('are none where they name something: years, dates, regulations, chapters, codes', () => {
    expect(
      marked('Menurut PP Nomor 13 Tahun 2019 Pasal 10 ayat (1), Tabel 2.3, pada 31 Maret 2026 dan 18/2020.'),
    ).toEqual([])
  })

  it('say where they are', () => {
    const text = 'Ada 777 orang.'
    const [mark] = numberMarks(paragraph(text), book)
    expect(text.slice(mark!.from, mark!.to)).toBe('777')
    expect(mark).toMatchObject({ block: 0, item: 0, piece: 0 })
  })

  it('never throw, and name places that are there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        for (const mark of numberMarks(paragraph(text), book)) expect(text.slice(mark.from, mark.to)).toBe(mark.text)
      }),
    )
  })
})

describe('what was seen', () => {
  it('is kept with each figure, and nothing else of a text changes', () => {
    const text: Narrative = [
      {
        block: 'bullets',
        items: [
          [
            { piece: 'text', text: 'Serapan ' },
            { piece: 'figure', of: refAs('lkpj.absorption', '') },
          ],
        ],
      },
      { block: 'table', of: 'program' },
    ]
    const seen = asSeen(text, book)
    expect(piecesOf(seen)[1]).toMatchObject({ at: { block: 0, item: 0, piece: 1 }, piece: { seen: '93,76 %' } })
    expect(seen[1]).toEqual(text[1])
  })
})

describe('searching for a figure', () => {
  const index = figureIndex(book, '2025')
  const found = (q: string) => searchFigures(index, q, 5).map(({ ref, label }) => `${label} ${ref.row} ${ref.period}`)
  it('finds it by other words and forms of words, of the year that is named', () => {
    expect(found('belanja terserap 2025')[0]).toBe('Serapan anggaran  2025')
    expect(found('serapan 2024')[0]).toBe('Serapan anggaran  2024')
    expect(found('dinkes anggaran terakhir')[0]).toBe('Anggaran terakhir  2025')
    expect(found('zzz')).toEqual([])
  })
  it('lists what one office files for the region once', () => {
    const form = formAs('2025', [absorption])
    const offices = (standing: Recap['standing']) => {
      const covered = { coverage: { owed: 1, reported: 1, approved: 1 }, standing }
      const recap = {
        ...covered,
        at: () => covered,
        of: () => covered,
        isMixed: () => false,
        figures: [absorption],
        labels: new Map(),
      }
      const both = figureIndex(bookOf(dataAs([{ ...form, recap }])), '2025')
      return searchFigures(both, 'serapan', 5).map(({ office }) => office?.shortName ?? null)
    }
    expect(offices('final')).toEqual([null])
    expect(offices('incomplete')).toEqual([null, 'Dinkes'])
  })
  it('knows the forms of a word', () => {
    expect(new Set(['terserap', 'serapan', 'penyerapan'].map(stemOf)).size).toBe(1)
  })
})
