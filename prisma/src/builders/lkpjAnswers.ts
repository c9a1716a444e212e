import type { Answers } from '@sepakat/rules'

const id = (n: number): string => `0199f5a3-0000-7000-8000-${String(n).padStart(12, '0')}`
export const subdistrictIds = { program: id(1), own: id(2), ownWork: id(3), ward: id(4), wardWork: id(5), aim: id(6) }
const { program, own, ownWork, ward, wardWork, aim } = subdistrictIds

/** The LKPJ of a kecamatan: an activity of its own, and one of a kelurahan that is in the same DPA and is not filled in yet. */
export const subdistrictAnswers = (): Answers => ({
  programs: {
    [program]: { $position: 'a0', code: '7.01.03', name: 'Pemberdayaan masyarakat desa dan kelurahan' },
  },
  activities: {
    [own]: { $parent: program, $position: 'a0', code: '7.01.03.2.01', name: 'Koordinasi pemberdayaan desa' },
    [ward]: { $parent: program, $position: 'a1', code: '7.01.03.2.02', name: 'Pemberdayaan kelurahan' },
  },
  subactivities: {
    [ownWork]: {
      $parent: own,
      $position: 'a0',
      code: '7.01.03.2.01.0003',
      name: 'Peningkatan efektivitas pemberdayaan masyarakat',
      fund: 'DAU',
      before: '200000000',
      spent: '180000000',
    },
    [wardWork]: {
      $parent: ward,
      $position: 'a0',
      code: '7.01.03.2.02.0002',
      name: 'Pembangunan sarana dan prasarana kelurahan',
      executor: 'Kelurahan Nunukan Timur',
    },
  },
  indicators: {
    [aim]: {
      $parent: ownWork,
      $position: 'a0',
      name: 'Jumlah laporan pemberdayaan',
      unit: 'laporan',
      target: '12',
      realization: '9',
    },
  },
  assistance: { all: { state: 'nil' } },
})
