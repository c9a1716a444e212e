import type { Permission } from '@sepakat/rules'
import type { IconName } from '#ui/icons/Icon.tsx'

export interface AdminPage {
  path: string
  label: string
  about: string
  icon: IconName
  /** Shown to posts with one of these permissions. */
  needs: readonly Permission[]
}

export const mayUse = ({ needs }: AdminPage, permissions: readonly string[]): boolean =>
  needs.some(need => permissions.includes(need))

/** The sections of administration, in the order in which a new installation needs them. */
export const adminPages: readonly AdminPage[] = [
  {
    path: 'perangkat-daerah',
    label: 'Perangkat daerah',
    about: 'Nama, induk, dan urusan setiap perangkat daerah dari masa ke masa.',
    icon: 'building',
    needs: ['office.manage'],
  },
  {
    path: 'orang',
    label: 'Orang',
    about: 'Siapa yang boleh masuk, jabatannya, dan kode masuk untuk yang baru atau lupa sandi.',
    icon: 'person',
    needs: ['person.manage'],
  },
  {
    path: 'tahun',
    label: 'Tahun pelaporan',
    about: 'Periode dan tenggat, penugasan pengampu, gelombang, dan kewajiban lapor setiap tahun.',
    icon: 'calendar',
    needs: ['plan.manage'],
  },
  {
    path: 'pengumuman',
    label: 'Pengumuman',
    about: 'Kabar bagi semua orang yang mengurus suatu jenis laporan, tampil di beranda mereka.',
    icon: 'note',
    needs: ['plan.manage'],
  },
  {
    path: 'nilai-sebelumnya',
    label: 'Data sebelum SEPAKAT',
    about: 'Nilai tahun-tahun sebelum SEPAKAT dipakai, dari Excel.',
    icon: 'history',
    needs: ['archive.manage'],
  },
  {
    path: 'katalog',
    label: 'Katalog',
    about: 'Baris-baris formulir: bunyi, satuan, rumus, dan sumbernya, serta cara memperbaikinya.',
    icon: 'list',
    needs: ['catalogue.manage'],
  },
  {
    path: 'nomenklatur',
    label: 'Nomenklatur',
    about: 'Nama dan satuan setiap kode program dan kegiatan menurut daftar nasional.',
    icon: 'copy',
    needs: ['catalogue.manage'],
  },
  {
    path: 'paket-aturan',
    label: 'Aturan penghitungan',
    about: 'Cara menghitung yang dipilih daerah di tempat peraturan membuka pilihan.',
    icon: 'equals',
    needs: ['ruleset.propose', 'ruleset.approve'],
  },
  {
    path: 'naskah',
    label: 'Naskah resmi',
    about: 'Lambang di kop, bunyi setiap naskah yang dicetak, dan susunan laporan kabupaten.',
    icon: 'print',
    needs: ['setting.manage'],
  },
  {
    path: 'kunci-api',
    label: 'Kunci API',
    about: 'Izin bagi aplikasi lain untuk membaca atau mengisi laporan.',
    icon: 'key',
    needs: ['key.manage'],
  },
  {
    path: 'webhook',
    label: 'Webhook',
    about: 'Pemberitahuan kepada aplikasi lain begitu laporan, angka, atau kewajiban berubah.',
    icon: 'send',
    needs: ['key.manage'],
  },
  {
    path: 'persetujuan-kedua',
    label: 'Persetujuan kedua',
    about: 'Pemberian hak yang menunggu orang kedua, yang sudah diputuskan, dan yang berlaku tanpanya.',
    icon: 'lock',
    needs: ['second.read'],
  },
  {
    path: 'jejak-audit',
    label: 'Jejak audit',
    about: 'Siapa melakukan apa dan kapan di seluruh daerah, dan apakah riwayatnya masih utuh.',
    icon: 'history',
    needs: ['audit.read'],
  },
  {
    path: 'pengaturan',
    label: 'Pengaturan',
    about: 'Nama daerah, narahubung, dan langkah pemeriksaan setiap jenis laporan.',
    icon: 'gear',
    needs: ['setting.manage'],
  },
]
