import { type Role, roles } from '@sepakat/rules/access/roles.ts'
import { roleLabel } from '#sync/session/roles.ts'

/** What a role allows, as explained to a new colleague. */
export const roleAbouts: Record<Role, string> = {
  operator: 'Mengisi laporan perangkat daerahnya dan mengirimnya.',
  head: 'Membaca laporan perangkat daerahnya, dan menandatanganinya bila langkah itu dipakai.',
  leader: 'Membaca semua laporan yang sudah dikirim dan ringkasannya; tidak mengubah apa pun.',
  auditor: 'Membaca semua laporan dan jejak perubahannya.',
  verifier: 'Memeriksa laporan yang dikirim: memberi catatan, mengembalikan, atau menyetujui.',
  evaluator: 'Menilai SAKIP perangkat daerah lain.',
  coordinator: 'Mengatur tahun pelaporan (periode, penugasan, gelombang, kewajiban) dan membuka kembali laporan.',
  approver: 'Mengesahkan aturan penghitungan dan laporan kabupaten.',
  admin: 'Mengelola orang, perangkat daerah, katalog, dan pengaturan; tidak membaca isi laporan.',
}

export const roleChoices = roles.map(role => ({ value: role, label: roleLabel(role) }))

/** Roles usually held for the whole region; the others for some offices. */
export const isRegional = (role: Role): boolean => role !== 'operator' && role !== 'head'

/** The role of a post whose title does not say it. */
export const roleBeside = ({ role, title }: { role: string; title: string }): string =>
  title && title !== roleLabel(role) ? roleLabel(role) : ''

export const actingChoices = [
  { value: 'plt', label: 'Pelaksana tugas (Plt.)' },
  { value: 'plh', label: 'Pelaksana harian (Plh.)' },
  { value: 'pj', label: 'Penjabat (Pj.)' },
] as const
