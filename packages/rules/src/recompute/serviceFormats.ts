// Published tables of minimum service standards (SPM): services, what they come to, and the category of an index.
import catalogue from '../kinds/spm-triwulan/catalogue.json' with { type: 'json' }
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import { bandOf } from '../scales/bandOf.ts'
import { type Asked, type Format, joined, quotient, type Row } from './format.ts'

const { scale } = defaultRuleSet.spm
/** The sub-urusan of a service by its code: `1.05-02`. */
const groups = new Map(catalogue.rows.map(({ code, group }) => [code, group]))

/** Who had to be served and who was; who was not is printed beside where it is. */
const services: Format = {
  title: 'penerima layanan SPM',
  columns: ['total_harus_dilayani', 'terlayani', 'persen_published'],
  ask(row) {
    const [due, served] = [row.total_harus_dilayani ?? '', row.terlayani ?? '']
    const label = joined(row.daerah, row.jenis, row.tanggal)

    const asked: Asked[] = [
      { label, formula: 'ratio.1', inputs: quotient(served, due), printed: row.persen_published ?? '' },
    ]
    if (row.belum_terlayani_published) {
      const rest = [
        { name: 'due', text: due },
        { name: 'served', text: served },
      ]
      asked.push({
        label: `${label}, belum terlayani`,
        formula: 'difference.1',
        inputs: rest,
        printed: row.belum_terlayani_published,
      })
    }
    return asked
  },
}

/** Flows of each year, without what they come to: their sums. */
const years: Format = {
  title: 'terlayani per tahun',
  columns: ['tahun', 'kk_terlayani', 'jiwa_terlayani'],
  atEnd: rows =>
    Object.keys(rows[0] ?? {})
      .filter(column => column !== 'tahun')
      .map(column => ({
        label: `jumlah ${column}`,
        formula: 'sum.1',
        inputs: rows.map(row => ({ name: row.tahun ?? '', text: row[column] ?? '' })),
        printed: '',
      })),
}

/** Indices of services and weighted parts, and the totals that are printed beside them. */
const indices: Format = {
  title: 'indeks jenis pelayanan dan jumlahnya',
  columns: ['level', 'periode', 'komponen', 'nilai_published'],
  atEnd: (rows, { tree }) =>
    rows
      .filter(row => row.komponen?.startsWith('total_'))
      .map(row => {
        const beside = rows.filter(other => other.level === row.level && other.periode === row.periode && other !== row)
        const parts = beside.filter(({ komponen }) => komponen?.endsWith('_terbobot'))
        const label = joined(row.level, row.periode, row.komponen)
        const printed = row.nilai_published ?? ''
        const inputs = (parts.length > 0 ? parts : beside).map(inputOf)
        const mean = tree === 'subgroups' ? 'group-mean.1' : 'mean.1'
        return { label, formula: parts.length > 0 ? 'sum.1' : mean, inputs, printed }
      }),
}

const inputOf = ({ komponen = '', nilai_published: text = '' }: Row) => {
  const group = groups.get(komponen.split(' ')[0] ?? '')
  return { name: komponen, text, ...(group !== undefined && { group }) }
}

/** An index and its category; a range, and the categories of both its ends. */
const categories: Format = {
  title: 'indeks dan kategori SPM',
  columns: ['ukuran', 'nilai_published', 'kategori_published'],
  ask(row) {
    const bands = (row.kategori_published ?? '').split('..').filter(Boolean)
    const values = (row.nilai_published ?? '').split('..')
    return bands.map((band, at) => ({
      label: joined(row.daerah, row.tahun, row.ukuran),
      formula: 'value.1',
      inputs: [{ name: 'indeks', text: values[at] ?? '' }],
      printed: values[at] ?? '',
      besides: value => bandOf(scale, value).label === band,
    }))
  },
}

export const serviceFormats = [services, years, indices, categories]
