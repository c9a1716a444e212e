import type { Catalogue, CatalogueRow, Confidence, FormulaKind, Group, RowFormula } from '@sepakat/rules'
import { alsoLeftOut, slugOf } from '@sepakat/rules'
import { Ids } from './Ids.ts'
import { CHECKS, FORMULAS, HELP, IDS, PARTS, VALUE_LABELS, WARNINGS } from './lppdByHand.ts'
import { inIndonesian, weakest } from './marks.ts'

export interface Ikk {
  kelompok: string
  urusan: string
  kode: string
  nama: string
  rumus_pembilang: string
  rumus_penyebut: string | null
  satuan: string
  arah: 'higher' | 'lower'
  confidence: 'seen' | 'seen-name' | 'seen-formula' | 'memory' | 'unsure'
  kode_confidence: string
  kode_resmi: boolean
  tipe: string
  faktor: number | null
  sumber: string
  catatan: string
  ikk_output: string[]
}

const KIND: Record<string, FormulaKind> = {
  rasio: 'ratio',
  bagi: 'quotient',
  'rata-rata': 'average',
  'nilai langsung': 'direct',
  pertumbuhan: 'growth',
  deviasi: 'deviation',
  checklist: 'checklist',
  kategori: 'category',
  komposit: 'composite',
}
const READ: Record<Ikk['confidence'], string> = {
  seen: 'Nama dan rumus: terbaca di sumber.',
  'seen-name': 'Nama: terbaca di sumber; rumus: belum.',
  'seen-formula': 'Rumus: terbaca di sumber; nama: ingatan.',
  memory: 'Nama dan rumus: ingatan.',
  unsure: 'Nama dan rumus: belum pasti.',
}
const CODE_READ: Record<string, string> = {
  seen: 'Kode: terbaca.',
  inferred: 'Kode: kesimpulan.',
  unsure: 'Kode: belum pasti.',
}
const FILLER = alsoLeftOut('persentase', 'jumlah', 'rasio', 'tingkat')
/** Their remarks name memory, but not of anything in the row. */
const REMARK_ON_ANOTHER_WORDING = new Set(['1.c.3'])

function confidenceOf(r: Ikk): Confidence {
  if (r.confidence !== 'seen' || REMARK_ON_ANOTHER_WORDING.has(r.kode)) return weakest(r.confidence)
  return weakest(`seen ${r.catatan}`)
}

function formulaOf(r: Ikk): RowFormula {
  const hand = FORMULAS[r.kode]
  if (hand) return hand
  const kind = KIND[r.tipe]!
  if (kind === 'direct') return { kind, inputs: { value: VALUE_LABELS[r.kode] ?? r.rumus_pembilang } }
  if (kind === 'category') return { kind, inputs: { step: 'Opini BPK' }, scale: 'opini-bpk' }
  const factor = r.faktor === null ? (kind === 'ratio' ? { factor: '100' } : {}) : { factor: String(r.faktor) }
  return { kind, inputs: { numerator: r.rumus_pembilang, denominator: r.rumus_penyebut! }, ...factor }
}

/** A text that ends in (…) or […] as the text and the content of the brackets. */
function apart(text: string): { label: string; notes: string[] } {
  const notes: string[] = []
  let label = text.trim()
  for (let m = /^(.*?)\s*[([]([^()[\]]*)[)\]]$/.exec(label); m; m = /^(.*?)\s*[([]([^()[\]]*)[)\]]$/.exec(label)) {
    notes.unshift(m[2]!)
    label = m[1]!
  }
  return { label, notes }
}

export function lppdCatalogue(list: Ikk[]): { catalogue: Catalogue; rowOf: Map<string, string> } {
  const groups: Group[] = []
  const rows: CatalogueRow[] = []
  const rowOf = new Map<string, string>()
  const ids = new Ids()
  const grouped = (id: string, label: string, code: string, parent?: string) => {
    if (!groups.some(g => g.id === id)) groups.push({ id: ids.claim(id, label), label, code, parent })
    return id
  }
  for (const r of list) {
    const top = grouped(slugOf(r.kelompok), r.kelompok, r.kode.split('.')[0]!)
    const group = grouped(slugOf(`urusan ${r.urusan}`), r.urusan, r.kode.split('.').slice(0, 2).join('.'), top)
    const id = ids.claim(IDS[r.kode] ?? slugOf(r.nama, FILLER), `${r.kode} ${r.nama}`)
    rowOf.set(r.kode, id)
    const outputs = r.ikk_output.map(apart)
    const cutOff = outputs.filter(o => o.label === '').flatMap(o => o.notes)
    rows.push({
      id,
      table: 'indicators',
      group,
      code: r.kode,
      codeOfficial: r.kode_resmi,
      label: r.nama,
      unit: r.satuan,
      direction: r.arah,
      formula: formulaOf(r),
      help: HELP[r.kode],
      legal: 'Permendagri 18/2020',
      warning: WARNINGS[r.kode],
      confidence: confidenceOf(r),
      source: inIndonesian(r.sumber) || undefined,
      note: [
        READ[r.confidence],
        CODE_READ[r.kode_confidence],
        inIndonesian(r.catatan),
        ...cutOff.map(c => `Keluaran: ${c}.`),
      ]
        .filter(Boolean)
        .join(' '),
      from: 2021,
      to: null,
    })
    rows.push(...children(r, id, outputs, ids))
  }
  return {
    catalogue: {
      form: 'lppd/tahunan',
      title: 'Laporan Penyelenggaraan Pemerintahan Daerah: indikator kinerja kunci',
      legal: 'PP 13/2019; Permendagri 18/2020',
      groups,
      rows,
    },
    rowOf,
  }
}

function children(r: Ikk, parent: string, outputs: { label: string; notes: string[] }[], ids: Ids): CatalogueRow[] {
  const child = (table: string, label: string, n: string, more: Partial<CatalogueRow>): CatalogueRow => ({
    id: ids.claim(`${parent}.${slugOf(label)}`, label),
    table,
    parent,
    code: `${r.kode}-${n}`,
    codeOfficial: false,
    label,
    unit: null,
    direction: null,
    legal: 'Permendagri 18/2020',
    confidence: weakest(r.confidence),
    source: inIndonesian(r.sumber) || undefined,
    from: 2021,
    to: null,
    ...more,
  })
  return [
    ...(CHECKS[r.kode] ?? []).map((c, i) => child('checks', c.label, `P${i + 1}`, { help: c.help })),
    ...(PARTS[r.kode]?.parts ?? []).map((c, i) =>
      child('parts', c.label, `B${i + 1}`, {
        help: c.help,
        unit: PARTS[r.kode]!.weighted ? r.satuan : '%',
        attrs: PARTS[r.kode]!.weighted ? { weight: 'input' } : { weight: '1' },
        direction: 'higher',
        note: 'Pemecahan menjadi bagian: dari bunyi rumus.',
      }),
    ),
    ...outputs
      .filter(o => o.label !== '')
      .map((o, i) =>
        child('outputs', o.label, `K${i + 1}`, {
          unit: /^Persentase/.test(o.label) ? '%' : null,
          confidence: o.notes.some(n => /dugaan/.test(n)) ? 'partly-seen' : weakest(r.confidence),
          note: o.notes.join('; ') || undefined,
        }),
      ),
  ]
}
