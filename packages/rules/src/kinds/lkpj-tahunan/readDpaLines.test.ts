import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaOf } from '../../form/schemaOf.ts'
import type { ListedCode } from '../../nomenclature/nationalCodes.ts'
import type { Answers } from '../../types/Answers.ts'
import type { LinesRead } from '../../types/LinesReader.ts'
import { answersOf, form, idOf } from './lkpj.fixture.ts'
import { readDpaLines } from './readDpaLines.ts'

const read = (
  text: string,
  answers: Answers = {},
  listed?: Map<string, ListedCode>,
  chosen?: Record<string, string>,
): LinesRead =>
  readDpaLines(
    text.split('\n').map(line => line.split('\t')),
    answers,
    listed,
    chosen,
  )
const shown = ({ rows }: LinesRead) => rows.map(({ table, above, cells }) => [table, above, cells])

describe('lines of a budget document', () => {
  it('without headings are code, name, budget, target with its unit', () => {
    const lines = read(
      [
        '2.11.03\tPengendalian pencemaran\t450.000.000\t',
        '2.11.03.2.01\tPencegahan pencemaran\t450.000.000\t',
        '2.11.03.2.01.0001\tPelaksanaan pencegahan\t300.000.000\t12 dokumen',
        '2.11.03.2.01.0003\tPengelolaan laboratorium\t150.000.000\t200 sampel',
      ].join('\n'),
    )
    expect(shown(lines)).toEqual([
      ['programs', null, { code: '2.11.03', name: 'Pengendalian pencemaran' }],
      ['activities', '2.11.03', { code: '2.11.03.2.01', name: 'Pencegahan pencemaran' }],
      [
        'subactivities',
        '2.11.03.2.01',
        { code: '2.11.03.2.01.0001', name: 'Pelaksanaan pencegahan', before: '300000000' },
      ],
      ['indicators', '2.11.03.2.01.0001', { name: 'Pelaksanaan pencegahan', unit: 'dokumen', target: '12' }],
      [
        'subactivities',
        '2.11.03.2.01',
        { code: '2.11.03.2.01.0003', name: 'Pengelolaan laboratorium', before: '150000000' },
      ],
      ['indicators', '2.11.03.2.01.0003', { name: 'Pengelolaan laboratorium', unit: 'sampel', target: '200' }],
    ])
    expect(lines.notes).toEqual([])
  })

  it.each([
    ['80 %\torang', { unit: 'orang', target: { asTyped: '80 %' } }],
    ['80%\torang', { unit: 'orang', target: { asTyped: '80%' } }],
    ['80 persen\torang', { unit: 'orang', target: { asTyped: '80 persen' } }],
    ['80 %\t%', { unit: '%', target: '80' }],
    ['80 %\t', { unit: '%', target: '80' }],
  ])('have a share for a target only where shares are measured: %s', (text, cells) => {
    const { rows } = read(`Kode\tUraian\tTarget\tSatuan\n2.11.03.2.01.0001\tPelatihan\t${text}`)
    expect(rows.at(-1)?.cells).toEqual({ name: 'Pelatihan', ...cells })
  })

  it('have no share for the target of an indicator that the form counts in people', () => {
    const [sub, indicator] = [idOf('sub'), idOf('indicator')]
    const answers = {
      subactivities: { [sub]: { $position: 'a0', code: '2.11.03.2.01.0001', name: 'Pelatihan' } },
      indicators: { [indicator]: { $position: 'a0', $parent: sub, name: 'Pelatihan', unit: 'orang' } },
    }
    const { rows } = read('2.11.03.2.01.0001\tPelatihan\t300.000.000\t80 %', answers)
    expect(rows.at(-1)).toMatchObject({ id: indicator, cells: { target: { asTyped: '80 %' } }, differs: [] })
  })

  it('of the lowest level add the codes above them, whose names are missing; indicators without unit are listed', () => {
    const lines = read(
      [
        'kode\tnama\tkinerja\tindikator\tsatuan',
        '1.01.02.2.01.0006\tPembangunan sarana\tSarana terbangun\tJumlah sarana\tUnit',
        '1.01.02.2.01.0009\tRehabilitasi ruang\tRuang terehabilitasi\tJumlah ruang\t',
      ].join('\n'),
    )
    expect(lines.rows.map(row => row.key)).toEqual([
      '1.01.02',
      '1.01.02.2.01',
      '1.01.02.2.01.0006',
      '1.01.02.2.01.0006 jumlah sarana',
      '1.01.02.2.01.0009',
      '1.01.02.2.01.0009 jumlah ruang',
    ])
    expect(lines.notes).toEqual(['Nama belum ada (2): 1.01.02, 1.01.02.2.01.', 'Tanpa satuan (1): 1.01.02.2.01.0009.'])
  })

  it('may have several indicators of one row, and columns in any order', () => {
    const lines = read(
      [
        'Satuan\tTarget\tIndikator Kinerja\tKode Rekening\tUraian\tAnggaran sebelum perubahan\tAnggaran setelah perubahan\tSumber Dana\tRealisasi Anggaran\tRealisasi',
        'dokumen\t12\tJumlah dokumen\t2.11.03.2.01.0001\tPelaksanaan\tRp 250.000.000,00\t300.000.000\tPAD\t-\t9',
        'orang\t40\tJumlah peserta\t\t\t\t\t\t\t',
      ].join('\n'),
    )
    expect(shown(lines).slice(2)).toEqual([
      [
        'subactivities',
        '2.11.03.2.01',
        { code: '2.11.03.2.01.0001', name: 'Pelaksanaan', fund: 'PAD', before: '250000000', after: '300000000' },
      ],
      ['indicators', '2.11.03.2.01.0001', { name: 'Jumlah dokumen', unit: 'dokumen', target: '12', realization: '9' }],
      ['indicators', '2.11.03.2.01.0001', { name: 'Jumlah peserta', unit: 'orang', target: '40' }],
    ])
  })

  it('report a programme whose budget is not the sum of its sub-activities', () => {
    const lines = read(
      [
        '2.11.03\tPengendalian\t500.000.000\t',
        '2.11.03.2.01.0001\tA\t300.000.000\t',
        '2.11.03.2.01.0002\tB\t250.000\t',
      ].join('\n'),
    )
    expect(lines.rows.find(row => row.key === '2.11.03.2.01.0002')?.cells.before).toBe('250000')
    expect(lines.notes).toContain('Anggaran 2.11.03 tertulis Rp 500.000.000, jumlah sub kegiatannya Rp 300.250.000.')
  })

  describe('with a column “Realisasi” that does not say of what', () => {
    const text =
      'Kode\tUraian\tPagu\tTarget\tSatuan\tRealisasi\tNo\n2.11.03.2.01.0001\tA\t90.000.000\t100\t%\t60.000.000\t1'
    const cells = (chosen: Record<string, string>) =>
      Object.assign({}, ...read(text, {}, undefined, chosen).rows.map(row => row.cells))

    it('ask whether it is money or physical, and import nothing of it before', () => {
      const { questions, columns } = read(text)
      expect(questions).toMatchObject([{ id: 'reached', text: 'Kolom “Realisasi” berisi apa?', needed: true }])
      expect(columns).toEqual([
        { heading: 'Kode', as: 'Kode' },
        { heading: 'Uraian', as: 'Nama' },
        { heading: 'Pagu', as: 'Anggaran sebelum perubahan' },
        { heading: 'Target', as: 'Target' },
        { heading: 'Satuan', as: 'Satuan' },
        { heading: 'Realisasi', as: null },
        { heading: 'No', as: null },
      ])
      expect(cells({})).not.toHaveProperty('spent')
      expect(cells({})).not.toHaveProperty('realization')
    })

    it.each([
      ['spent', { spent: '60000000' }],
      ['realization', { realization: '60000000' }],
      ['none', {}],
    ])('read it as %s', (reached, told) => {
      const { spent, realization } = cells({ reached })
      expect({ ...(spent && { spent }), ...(realization && { realization }) }).toEqual(told)
    })

    it.each(['Realisasi (%)', 'Realisasi Persen', 'Realisasi Fisik (%)', 'Realisasi Kinerja (persen)'])(
      '“%s” beside the money is asked about too: a share is neither',
      share => {
        const [head, line] = text.replace('Realisasi', `Realisasi (Rp)\t${share}`).split('\n')
        const both = `${head}\n${line!.replace('60.000.000', '60.000.000\t66,67')}`
        const { questions, rows } = read(both)
        expect(questions).toMatchObject([{ id: 'reached', text: `Kolom “${share}” berisi apa?` }])
        expect(rows.some(row => 'realization' in row.cells)).toBe(false)
      },
    )

    it('keep a percentage in a column of money as typed', () => {
      const share = text.replace('Realisasi', 'Realisasi Keuangan').replace('60.000.000', '66,67 %')
      expect(
        read(share)
          .rows.map(row => row.cells.spent)
          .filter(Boolean),
      ).toEqual([{ asTyped: '66,67 %' }])
    })

    it('never import a share of the budget as money', () => {
      const [head, line] = text.replace('Realisasi', 'Realisasi Anggaran (%)\tRealisasi Anggaran').split('\n')
      const both = `${head}\n${line!.replace('60.000.000', '66,67\t60.000.000')}`
      expect(read(both).rows.at(-2)?.cells).toMatchObject({ spent: '60000000' })
    })

    it.each(['Realisasi (Rp)', 'Realisasi Anggaran', 'Realisasi s.d. Desember (keuangan)', 'Realisasi Fisik'])(
      'do not ask of “%s”',
      heading => {
        expect(read(text.replace('Realisasi', heading)).questions).toEqual([])
      },
    )
  })

  it('with ambiguous numbers ask once for all, and keep them as typed until then', () => {
    const text =
      'Kode\tUraian\tTarget\tSatuan\n2.11.03.2.01.0001\tA\t1.250\tkm\n2.11.03.2.01.0002\tB\t2,500\tton\n2.11.03.2.01.0003\tC\t1.200\torang'
    const targets = (chosen: Record<string, string>) =>
      read(text, {}, undefined, chosen).rows.flatMap(({ cells }) => cells.target ?? [])
    expect(read(text).questions).toMatchObject([
      { id: 'separator', text: '2 angka perlu dipastikan. “1.250” dibaca:', needed: false },
    ])
    expect(targets({})).toEqual([{ asTyped: '1.250' }, { asTyped: '2,500' }, '1200'])
    expect(targets({ separator: 'thousands' })).toEqual(['1250', '2500', '1200'])
    expect(targets({ separator: 'decimals' })).toEqual(['1.25', '2.5', '1200'])
  })

  it('that cannot be read are left out and named', () => {
    const lines = read(['\tJumlah\t1', '5.1.02.01.01.0024\tBelanja alat tulis\t5.000.000', '', '9.9\tX'].join('\n'))
    expect(lines.rows).toEqual([])
    expect(lines.notes).toEqual([
      'Baris 1 tidak berkode; dilewati.',
      'Baris 2 “5.1.02.01.01.0024” bukan kode program, kegiatan, atau sub kegiatan; dilewati.',
      'Baris 4 “9.9” bukan kode program, kegiatan, atau sub kegiatan; dilewati.',
    ])
  })

  it('are completed from the region’s list, and their own values take precedence', () => {
    const listed = new Map(
      [
        { code: '2.11.03', name: 'PROGRAM PENGENDALIAN', indicator: '', unit: '' },
        { code: '2.11.03.2.01', name: 'Pencegahan', indicator: '', unit: '' },
        { code: '2.11.03.2.01.0001', name: 'Koordinasi', indicator: 'Jumlah dokumen', unit: 'Dokumen' },
      ].map(one => [one.code, one]),
    )
    const lines = read(
      ['kode\tnama\tpagu', '2.11.03.2.01.0001\t\t5', '2.11.03.2.01\tPencegahan kami\t', '2.11.03.2.01.0002\t\t6'].join(
        '\n',
      ),
      {},
      listed,
    )
    expect(shown(lines)).toEqual([
      ['programs', null, { code: '2.11.03', name: 'PROGRAM PENGENDALIAN' }],
      ['activities', '2.11.03', { code: '2.11.03.2.01', name: 'Pencegahan kami' }],
      ['subactivities', '2.11.03.2.01', { code: '2.11.03.2.01.0001', before: '5', name: 'Koordinasi' }],
      ['indicators', '2.11.03.2.01.0001', { name: 'Jumlah dokumen', unit: 'Dokumen' }],
      ['subactivities', '2.11.03.2.01', { code: '2.11.03.2.01.0002', before: '6' }],
    ])
    expect(lines.notes).toEqual(['Nama belum ada (1): 2.11.03.2.01.0002.'])
  })

  it('match existing rows, fill what they lack and change nothing', () => {
    const answers = answersOf({
      '2.11.03': { '2.11.03.2.01': { '2.11.03.2.01.0001': { cells: { before: '1' }, aims: [['5', null]] } } },
    })
    const lines = read(
      [
        'kode\tnama\tpagu\tsumber dana\tindikator\ttarget\tsatuan',
        '2.11.03.2.01.0001\tLain\t2\tPAD\tJUMLAH\t5\tunit',
      ].join('\n'),
      answers,
    )
    expect(lines.rows.map(({ id, cells, differs }) => [id, cells, differs])).toEqual([
      [idOf('2.11.03'), {}, []],
      [idOf('2.11.03.2.01'), {}, []],
      [idOf('2.11.03.2.01.0001'), { fund: 'PAD' }, ['name', 'before']],
      [idOf('2.11.03.2.01.0001#0'), { unit: 'unit' }, ['name']],
    ])
    expect(lines.notes).toEqual([])
  })
})

it('have numbers in the unit of the form, not of the list', () => {
  const code = '2.11.03.2.01.0001'
  const answers = answersOf({ '2.11.03': { '2.11.03.2.01': { [code]: { aims: [['5', null]] } } } })
  const [id = '', { target: _, ...aim } = {}] = Object.entries(answers.indicators ?? {})[0] ?? []
  answers.indicators = { [id]: { ...aim, name: 'Panjang jalan', unit: 'km' } }
  const listed = new Map([[code, { name: 'A', indicator: 'Jumlah dokumen', unit: 'Dokumen' } as ListedCode]])
  const text = `kode\tnama\tindikator\ttarget\n${code}\tA\tPanjang jalan\t1.250`
  const { rows, questions } = read(text, answers, listed)
  expect(rows.at(-1)?.cells.target).toEqual({ asTyped: '1.250' })
  expect(questions).toHaveLength(1)
})

describe('the national list of codes', () => {
  const sample = readFileSync(join(import.meta.dirname, '../../../testdata/nomenklatur-contoh.tsv'), 'utf8').trim()
  const lines = read(sample)
  const rows = (table: string) => lines.rows.filter(row => row.table === table)

  it('of the pilot offices is read whole: the lowest level with its indicators, the codes above without names', () => {
    const codes = sample
      .split('\n')
      .slice(1)
      .map(line => line.split('\t')[0] ?? '')
    expect(rows('subactivities').map(row => row.key)).toEqual([...new Set(codes)])
    expect(rows('programs').map(row => row.cells)).toEqual(
      [...new Set(codes.map(code => code.split('.').slice(0, 3).join('.')))].map(code => ({ code })),
    )
    expect(rows('activities').every(row => row.cells.name === undefined)).toBe(true)
    const named = sample
      .split('\n')
      .slice(1)
      .filter(line => line.split('\t')[3]?.trim())
    expect(rows('indicators')).toHaveLength(named.length)
  })

  it('lists the rows without a unit', () => {
    const missing = sample
      .split('\n')
      .slice(1)
      .filter(line => !line.split('\t')[4]?.trim())
    expect(lines.notes.some(note => note.startsWith(`Tanpa satuan (${missing.length}): `))).toBe(true)
  })

  it('gives rows that the form takes', () => {
    const answers: Answers = {}
    const ids = new Map(lines.rows.map(row => [row.key, idOf(row.key)]))
    for (const [at, { table, key, above, cells }] of lines.rows.entries()) {
      const place = {
        ...(above !== null && { $parent: ids.get(above) ?? '' }),
        $position: `b${String(at).padStart(2, '0')}1`,
      }
      answers[table] = { ...answers[table], [ids.get(key) ?? '']: { ...place, ...cells } }
    }
    expect(schemaOf(form()).parse(answers)).toEqual(answers)
    expect(read(sample, answers).rows.every(row => row.id !== null && Object.keys(row.cells).length === 0)).toBe(true)
  })
})
