import { describe, expect, it } from 'vitest'
import { arrangeOutline } from './arrangeOutline.ts'
import { editionKinds } from './editionKinds.ts'
import type { Narrative } from './Narrative.ts'
import { numberSections } from './numberSections.ts'
import {
  beginningTexts,
  type OwnOutline,
  type OwnSection,
  outlineFaults,
  standingTexts,
  withOwnOutline,
} from './ownOutline.ts'

const { lppd, lkpj, spm } = editionKinds
const numbersOf = (sections: readonly { number: string; hidden?: true }[]) =>
  sections.flatMap(({ number, hidden }) => (hidden ? [] : [number]))
/** The shipped outline as a region's own, with the sections of some chapters changed. */
const ownOf = (
  { outline }: typeof lppd,
  changed: Record<string, (sections: OwnSection[]) => OwnSection[]> = {},
): OwnOutline => ({
  chapters: outline.chapters.map(({ id, sections }) => {
    const own = sections.map((section): OwnSection => ({ id: section.id }))
    return { id, sections: changed[id]?.(own) ?? own }
  }),
})
const added: OwnSection = { id: 'own-inovasi', own: true, title: 'Inovasi daerah' }

describe('the numbers of sections', () => {
  it.each(Object.values(editionKinds))('are those of the shipped outline: $type', ({ outline }) => {
    expect(numberSections(outline.chapters)).toEqual(outline.chapters)
  })

  it('follow what is shown, each on its level', () => {
    const hide = (...ids: string[]) => {
      const chapters = lppd.outline.chapters.map(chapter => ({
        ...chapter,
        sections: chapter.sections.map(one => (ids.includes(one.id) ? { ...one, hidden: true as const } : one)),
      }))
      return numberSections(chapters).map(({ sections }) => numbersOf(sections))
    }
    expect(hide('ikk-keluaran')[1]).toEqual(['2.1', '2.2.1', '2.2.2', '2.3'])
    expect(hide('makro')[1]).toEqual(['2.1.1', '2.1.2', '2.1.3', '2.2'])
    expect(hide('perencanaan-pembangunan')[0]).toEqual(['1.1', '1.2'])
  })

  it('have no gap where a draft leaves a section out', () => {
    const chapters = lppd.outline.chapters.map(({ id, sections }) => ({ id, sections: sections.map(one => one.id) }))
    for (const chapter of chapters) if (chapter.id === 'bab-3') chapter.sections.reverse()
    const made = arrangeOutline(lppd.outline, { chapters, hidden: ['bantuan-masalah'] })
    if ('at' in made) throw new Error(made.message)
    expect(numbersOf(made.chapters[2]?.sections ?? [])).toEqual(['3.1', '3.2'])
  })
})

describe('the outline of a region', () => {
  it('has its order, titles and sections, with the tables of the shipped one', () => {
    const own = ownOf(spm, {
      'bab-2': ([first, ...rest]) => [...rest, { ...first!, title: 'Capaian' }, added],
      'bab-4': sections => [...sections, added],
    })
    const [, second, , last] = withOwnOutline(spm.outline, own).chapters
    expect(numbersOf(second?.sections ?? [])).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
    expect(second?.sections.slice(-2)).toMatchObject([
      { id: 'capaian', title: 'Capaian', has: [{ table: 'spm-capaian' }, { chart: 'grafik-spm' }] },
      { id: 'own-inovasi', title: 'Inovasi daerah', has: [], optional: true },
    ])
    expect(numbersOf(last?.sections ?? [])).toEqual(['', 'A'])
  })

  it('numbers what it adds where the shipped chapter had no numbers', () => {
    const [, second] = withOwnOutline(lkpj.outline, ownOf(lkpj, { 'bab-2': all => [...all, added] })).chapters
    expect(numbersOf(second?.sections ?? [])).toEqual(['', '2.1'])
  })

  it('has what a later release adds at the end of its chapter, and not what it took away', () => {
    const own = ownOf(lppd, { 'bab-1': ([, ...rest]) => [{ id: 'dulu-ada' }, ...rest] })
    expect(withOwnOutline(lppd.outline, own).chapters[0]?.sections.map(({ id }) => id)).toEqual([
      'perencanaan-pembangunan',
      'penerapan-spm',
      'penjelasan-umum',
    ])
    expect(withOwnOutline(lppd.outline, null)).toBe(lppd.outline)
  })

  it.each<[Parameters<typeof ownOf>[1], string]>([
    [{ 'bab-1': ([, ...rest]) => rest }, '/chapters/0/sections'],
    [{ 'bab-1': all => [...all, { id: 'makro' }] }, '/chapters/0/sections/3/id'],
    [{ 'bab-1': all => [...all, { id: 'makro', own: true, title: 'Makro' }] }, '/chapters/0/sections/3/id'],
    [{ 'bab-1': all => [...all, added], 'bab-5': all => [...all, added] }, '/chapters/4/sections/1/id'],
    [{ 'bab-1': all => [...all, { ...added, title: ' ' }] }, '/chapters/0/sections/3/title'],
    [
      { 'bab-2': all => all.map(one => ({ ...one, ...(one.id === 'makro' && { hidden: true }) })) },
      '/chapters/1/sections/0/hidden',
    ],
    [{ 'bab-5': all => all.map(one => ({ ...one, text: 'Tahun {tahn}.' })) }, '/chapters/4/sections/0/text'],
    [
      { 'bab-1': all => [...all, ...Array.from({ length: 24 }, (_, n) => ({ ...added, id: `own-${n}` }))] },
      '/chapters/0/sections',
    ],
  ])('is refused at its place where the regulation does not allow it (%#)', (changed, pointer) => {
    expect(outlineFaults(lppd.outline, ownOf(lppd, changed))[0]?.pointer).toBe(pointer)
  })

  it('is allowed as it was shipped, and has every chapter in its order', () => {
    for (const kind of Object.values(editionKinds)) expect(outlineFaults(kind.outline, ownOf(kind))).toEqual([])
    const turned = { chapters: ownOf(lppd).chapters.toReversed() }
    expect(outlineFaults(lppd.outline, turned)).toMatchObject([{ pointer: '/chapters' }])
  })

  it('begins sections with its standing texts, said for their period', () => {
    const text = 'Disusun untuk {tahun}\ndi {daerah}.\n\n  \n\nMeliputi {periode}.'
    const own = ownOf(spm, { 'bab-4': all => all.map(one => ({ ...one, text })) })
    expect([...standingTexts(own, { region: 'Kabupaten Nunukan', period: '2026-TW4' })]).toEqual([
      [
        'penutup',
        ['Disusun untuk 2026 di Kabupaten Nunukan.', 'Meliputi Triwulan IV Tahun 2026.'].map(said => ({
          block: 'paragraph',
          text: [{ piece: 'text', text: said }],
        })),
      ],
    ])
  })

  it('goes on with what was written the year before, and says what it always says for the new one', () => {
    const own = ownOf(spm, { 'bab-1': all => all.map(one => ({ ...one, text: 'Tahun {tahun}.' })) })
    const said = (period: string) => standingTexts(own, { region: 'Kabupaten Nunukan', period })
    const written = (text: string): Narrative => [{ block: 'paragraph', text: [{ piece: 'text', text }] }]
    const before = new Map([
      ['latar-belakang', { narrative: written('Tahun 2025.') }],
      ['dasar-hukum', { narrative: written('Tahun 2025, diubah.') }],
      ['kebijakan-umum', { narrative: [] }],
      ['penutup', { narrative: written('Sekian.') }],
    ])
    const begun = beginningTexts(spm.outline, { standing: said('2026-TW4'), stoodBefore: said('2025-TW4'), before })
    expect([...begun]).toEqual([
      ['latar-belakang', written('Tahun 2026.')],
      ['dasar-hukum', written('Tahun 2025, diubah.')],
      ['kebijakan-umum', written('Tahun 2026.')],
      ['arah-kebijakan', written('Tahun 2026.')],
      ['penutup', written('Sekian.')],
    ])
  })
})
