import type { Catalogue, CatalogueRow, Group } from '@sepakat/rules'
import { alsoLeftOut, slugOf } from '@sepakat/rules'
import { Ids } from './Ids.ts'
import { weakest } from './marks.ts'

export interface Component {
  komponen: string
  bobot: number
  confidence: string
  subkomponen: {
    kode: string
    nama: string
    aspek: string
    bobot: number
    kriteria: string[]
    varian_redaksi?: Record<string, string>
  }[]
}

const FILLER = alsoLeftOut(
  'terdapat',
  'kinerja',
  'dokumen',
  'telah',
  'laporan',
  'setiap',
  'menginfokan',
  'mempengaruhi',
  'perbandingan',
)
const SOURCE = 't-SEMAR (xlsx) ; github BILLY-gif-star/esakip-web-fresh ; tiga salinan lain untuk bobot'
const IDS: Record<string, string> = {
  '1.c.5': 'perbaikan-perencanaan-dari-hasil-analisis',
  '1.c.6': 'perbaikan-perencanaan-untuk-hasil-lebih-baik',
  '4.c.3': 'hasil-evaluasi-untuk-akuntabilitas',
  '4.c.4': 'hasil-evaluasi-untuk-efisiensi',
  '3.c.3': 'informasi-untuk-penyesuaian-aktivitas',
  '3.c.4': 'informasi-untuk-penyesuaian-anggaran',
}
const NOTES: Record<string, string> = {
  '1': 'Salinan t-SEMAR menaruh "Setiap unit/satuan kerja merumuskan ..." sebagai 1.a.7.',
  '2': 'Bunyi 2.c.1 berbeda antarsalinan: "tunjangan kinerja/penghasilan" atau "remunerasi/tunjangan kinerja".',
  '3': 'Bunyi 3.b.3 sampai 3.b.6 berbeda antarsalinan; "analisis dan evaluasi realisasi kinerja dengan ..." yang terbanyak.',
  '4': 'Kriteria 4.a.2 dan 4.b.4 hampir sama di semua salinan: begitulah formulirnya.',
}

export function lkeCatalogue(list: Component[]): Catalogue {
  const groups: Group[] = []
  const rows: CatalogueRow[] = []
  const ids = new Ids()
  for (const [i, c] of list.entries()) {
    const group = slugOf(c.komponen)
    const code = String(i + 1)
    groups.push({ id: ids.claim(group, c.komponen), label: c.komponen, code })
    const common = {
      unit: null,
      direction: null,
      legal: 'PermenPANRB 88/2021',
      confidence: weakest(c.confidence),
      source: SOURCE,
      note: `Terbaca di salinan, bukan di lampiran yang diundangkan. ${NOTES[code]}`,
      from: 2021,
      to: null,
    } as const
    for (const s of c.subkomponen) {
      const sub = `${group}.${slugOf(s.aspek)}`
      rows.push({
        id: ids.claim(sub, s.nama),
        table: 'subcomponents',
        group,
        code: s.kode,
        codeOfficial: true,
        label: s.nama,
        attrs: { weight: String(s.bobot), aspect: s.aspek },
        ...common,
      })
      for (const [k, text] of s.kriteria.entries()) {
        const printed = `${s.kode}.${k + 1}`
        const variant = s.varian_redaksi?.[printed]
        rows.push({
          id: ids.claim(`${sub}.${IDS[printed] ?? slugOf(text, FILLER)}`, text),
          table: 'criteria',
          parent: sub,
          code: printed,
          codeOfficial: false,
          label: text,
          ...common,
          note: variant ? `${common.note} Bunyi lain: "${variant}"` : common.note,
        })
      }
    }
  }
  return { form: 'sakip/evaluasi', title: 'Lembar kerja evaluasi AKIP', legal: 'PermenPANRB 88/2021', groups, rows }
}
