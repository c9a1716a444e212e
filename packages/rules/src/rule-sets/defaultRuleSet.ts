// What the rules are until a region chooses otherwise. Sources: Permendagri 59/2021 as copied by local systems (weights,
// categories), Permendagri 86/2017 (bands of achievement, gaps closed by exclusive lower bounds), copies of
// PermenPANRB 88/2021 (grades, predicates). None was read in a gazetted annex.
import type { RuleSet, Scale } from '../types.ts'

type Band = Scale['bands'][number]
const least = (from: string, id: string, label: string): Band => ({ id, label, from })
const above = (from: string, id: string, label: string): Band => ({ id, label, from, above: true })
const rest = (id: string, label: string): Band => ({ id, label, from: null })

const spmScale: Scale = {
  id: 'spm',
  bandOn: 'exact',
  bands: [
    least('100', 'paripurna', 'Tuntas Paripurna'),
    least('90', 'utama', 'Tuntas Utama'),
    least('80', 'madya', 'Tuntas Madya'),
    least('70', 'pratama', 'Tuntas Pratama'),
    least('60', 'muda', 'Tuntas Muda'),
    rest('belum', 'Belum Tuntas'),
  ],
}

const achievementScale: Scale = {
  id: 'capaian-kinerja',
  bandOn: 'exact',
  bands: [
    above('90', 'sangat-tinggi', 'Sangat Tinggi'),
    above('75', 'tinggi', 'Tinggi'),
    above('65', 'sedang', 'Sedang'),
    above('50', 'rendah', 'Rendah'),
    rest('sangat-rendah', 'Sangat Rendah'),
  ],
}

const gradeScale: Scale = {
  id: 'lke-grade',
  bandOn: 'exact',
  bands: [
    least('100', 'BB', 'BB'),
    above('75', 'B', 'B'),
    above('50', 'CC', 'CC'),
    above('25', 'C', 'C'),
    above('0', 'D', 'D'),
    rest('E', 'E'),
  ],
}

const predicateScale: Scale = {
  id: 'predikat-sakip',
  bandOn: 'rounded2',
  bands: [
    above('90', 'AA', 'AA (Sangat Memuaskan)'),
    above('80', 'A', 'A (Memuaskan)'),
    above('70', 'BB', 'BB (Sangat Baik)'),
    above('60', 'B', 'B (Baik)'),
    above('50', 'CC', 'CC (Cukup)'),
    above('30', 'C', 'C (Kurang)'),
    rest('D', 'D (Sangat Kurang)'),
  ],
}

const step = (id: string, value: string, label = id) => ({ id, label, value })

export const defaultRuleSet: RuleSet = {
  id: '2021.1',
  spm: {
    weights: { recipients: '80', quality: '20' },
    quality: 'mean',
    caps: { recipients: '100', qualityRow: '100', quality: '100' },
    nil: 'exclude',
    urusan: 'services',
    scale: spmScale,
  },
  sakip: {
    lower: '2T-R',
    cap: null,
    floor: null,
    quarterly: 'last',
    averageOf: 'capped',
    office: 'objectives',
    efficiency: 'difference',
    scale: achievementScale,
    grade: gradeScale,
    predicate: predicateScale,
  },
  lkpj: { physical: 'mean' },
  ordinals: {
    'opini-bpk': [
      step('TMP', '1', 'Tidak Menyatakan Pendapat'),
      step('TW', '2', 'Tidak Wajar'),
      step('WDP', '3', 'Wajar Dengan Pengecualian'),
      step('WTP', '4', 'Wajar Tanpa Pengecualian'),
    ],
    'predikat-sakip': ['D', 'C', 'CC', 'B', 'BB', 'A', 'AA'].map((id, at) => step(id, String(at + 1))),
    'lke-grade': [
      step('E', '0'),
      step('D', '30'),
      step('C', '50'),
      step('CC', '60'),
      step('B', '70'),
      step('BB', '80'),
      step('A', '90'),
      step('AA', '100'),
    ],
  },
}
