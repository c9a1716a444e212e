import type { Kind } from '../../types/Kind.ts'
import { notOnScale } from '../sakip-indikator/findings.ts'

export const findings = {
  'register-missing': {
    level: 'wrong',
    table: 'indicators',
    message: () =>
      'Register indikator tahun ini belum menandai indikator yang masuk perjanjian kinerja. Lengkapi register lebih dahulu.',
  },
  'register-not-approved': {
    level: 'notice',
    table: 'indicators',
    message: v => `Disusun dari register indikator yang ${v.status}; sasaran dan indikator dapat masih berubah.`,
  },
  'not-on-scale': { level: 'wrong', table: 'indicators', message: notOnScale },
  'differs-from-renstra': {
    level: 'explain',
    table: 'indicators',
    message: v => `Target (${v.target}) berbeda dari target Renstra tahun ini (${v.other}). Jelaskan atau samakan.`,
  },
  'differs-from-iku': {
    level: 'explain',
    table: 'indicators',
    message: v => `Target (${v.target}) berbeda dari target IKU tahun ini (${v.other}). Jelaskan atau samakan.`,
  },
  'quarters-differ-from-target': {
    level: 'explain',
    table: 'indicators',
    message: v =>
      v.quarterly === 'sum'
        ? `Jumlah target triwulan (${v.quarters}) berbeda dari target setahun (${v.target}). Jelaskan atau samakan.`
        : `Target triwulan IV (${v.quarters}) berbeda dari target setahun (${v.target}). Jelaskan atau samakan.`,
  },
  'reason-required': {
    level: 'wrong',
    table: 'document',
    message: () => 'Perjanjian Kinerja Perubahan harus menyebut alasan perubahannya.',
  },
  'scan-missing': {
    level: 'notice',
    table: 'document',
    message: () =>
      'Pindaian perjanjian yang ditandatangani belum dilampirkan. Sesudah dikirim, cetak naskahnya, mintakan tanda tangan, lalu lampirkan pindaiannya.',
  },
} satisfies Kind['findings']
