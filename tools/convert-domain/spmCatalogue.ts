import type { Catalogue, CatalogueRow } from '@sepakat/rules'
import { slugOf } from '@sepakat/rules'
import { Ids } from './Ids.ts'
import { inIndonesian, weakest } from './marks.ts'
import { GROUPS, PREFIX, QUALITY_IDS, SAME_AS_BEFORE, SERVICES, SUBGROUP } from './spmByHand.ts'
import { qualitySource, serviceSource } from './spmSources.ts'

interface Quality {
  name: string
  satuan: string | null
  kelompok: 'barang/jasa' | 'sdm' | 'tata cara'
  confidence: string
}
interface Service {
  code: string
  name: string
  penerima: string
  satuan: string
  numerator: string
  denominator: string
  confidence: string
  sources: string[]
  sub_urusan?: string
  mutu: Quality[]
  mutu_2024?: Quality[]
}
export interface SpmUrusan {
  code: string
  jenis: Service[]
}

const COMPONENT = { 'barang/jasa': 'goods', sdm: 'staff', 'tata cara': 'procedure' } as const
const EDUCATION =
  'Daftar e-SPM 2021-2023; sejak Permendikbudristek 32/2022 indikator mutu berasal dari Rapor Pendidikan. Kelompok barang/jasa, SDM, tata cara: buatan daftar ini.'

/** Staff and documents are positions; what is counted in events, reports or people accumulates over the year. */
function measure(component: string, unit: string | null): 'flow' | 'stock' {
  if (component === 'staff') return 'stock'
  if (component === 'procedure') return /^(kejadian|laporan|orang)$/.test(unit ?? '') ? 'flow' : 'stock'
  return 'flow'
}

export function spmCatalogue(list: SpmUrusan[]): { catalogue: Catalogue; rowOf: Map<string, string> } {
  const rows: CatalogueRow[] = []
  const rowOf = new Map<string, string>()
  const group = (code: string) => GROUPS.find(g => g.code === code)!
  for (const urusan of list)
    for (const s of urusan.jenis) {
      const hand = SERVICES[s.code]!
      const within = s.sub_urusan ? SUBGROUP[s.sub_urusan]! : group(urusan.code).id
      const legal = GROUPS.find(g => g.id === within)!.legal
      rowOf.set(s.code, hand.id)
      const recipients = hand.recipients ?? s.penerima
      const memoryBesides = s.sources.some(x => x.startsWith('memory'))
      rows.push({
        id: hand.id,
        table: 'recipients',
        group: within,
        code: s.code,
        codeOfficial: false,
        label: s.name,
        unit: hand.unit ?? s.satuan,
        direction: 'higher',
        formula: {
          kind: 'ratio',
          inputs: { due: hand.denominator ?? s.denominator, served: hand.numerator ?? s.numerator },
          factor: '100',
        },
        help: [`Penerima: ${recipients}.`, hand.help].filter(Boolean).join(' '),
        legal,
        warning: hand.warning,
        confidence: hand.confidence ?? weakest(s.confidence + (memoryBesides ? ' memory' : '')),
        source: serviceSource(s.sources),
        note: hand.note,
        from: 2021,
        to: null,
      })
      rows.push(...quality(s, hand.id, urusan.code, legal))
    }
  const groups = GROUPS.map(({ id, label, code, parent }) => ({ id, label, code, parent }))
  return {
    catalogue: {
      form: 'spm/triwulan',
      title: 'Standar Pelayanan Minimal, triwulanan',
      legal: 'PP 2/2018; Permendagri 59/2021',
      groups,
      rows,
    },
    rowOf,
  }
}

function quality(s: Service, parent: string, urusan: string, legal: string): CatalogueRow[] {
  const health = s.mutu_2024 !== undefined
  const before = new Map<string, string>()
  const convert = (list: Quality[], years: { from: number; to: number | null }, law: string): CatalogueRow[] => {
    const ids = new Ids()
    return list.map((q, i) => {
      const known = SAME_AS_BEFORE[q.name]
      const name = (known && before.has(known) ? known : q.name).replace(PREFIX, '')
      const id = ids.claim(`${parent}.${QUALITY_IDS[name] ?? slugOf(name)}`, `${s.code} ${q.name}`)
      before.set(q.name, id)
      const component = COMPONENT[q.kelompok]
      const unit = q.satuan?.replace(/^[A-Z](?=[a-z])/, c => c.toLowerCase()) ?? null
      const education = urusan === '1.01'
      return {
        id,
        table: 'quality',
        parent,
        code: `${s.code}.${i + 1}`,
        codeOfficial: false,
        label: q.name,
        unit,
        direction: 'higher',
        attrs: { component, measure: measure(component, unit) },
        legal: law,
        confidence: education ? 'partly-seen' : weakest(q.confidence),
        source: qualitySource(s.sources, urusan, years.from),
        note: education ? `${inIndonesian(q.confidence)}. ${EDUCATION}` : inIndonesian(q.confidence),
        ...years,
      }
    })
  }
  if (!health) return convert(s.mutu, { from: 2021, to: null }, legal)
  return [
    ...convert(s.mutu, { from: 2021, to: 2023 }, 'PP 2/2018; Permenkes 4/2019'),
    ...convert(s.mutu_2024!, { from: 2024, to: null }, 'PP 2/2018; Permenkes 6/2024'),
  ]
}
