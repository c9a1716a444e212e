import type { Permission } from '@sepakat/rules'
import type { ComponentType } from 'react'
import { matchPath } from 'react-router'
import { adminPages } from '#administration/adminPages.ts'
import { form, home } from './firstPages.ts'
import { managing } from './navigation.ts'
import { type PageFiles, pageFiles } from './Page.tsx'

export interface AppPage {
  path: string
  /** Its heading while it loads. */
  title: string
  /** Shown to posts with one of these permissions; to all where there are none. */
  needs?: readonly Permission[]
  files: PageFiles<object>
}

/** One of the pages that are loaded together. */
const one = <N extends string>(bring: () => Promise<Record<N, ComponentType>>, name: N) =>
  pageFiles(async () => ({ default: (await bring())[name] }))

/** The title and the rights of a section of administration. */
function section(path: string): Pick<AppPage, 'title' | 'needs'> {
  const page = adminPages.find(one => one.path === path)
  if (!page) throw new Error(`administration has no ${path}`)
  return { title: page.label, needs: page.needs }
}

const offices = () => import('#features/offices/index.ts')
const people = () => import('#features/people/index.ts')
const plan = () => import('#features/plan/index.tsx')
const catalogue = () => import('#features/catalogue/index.ts')
const rules = () => import('#features/rules/index.ts')
const keys = () => import('#features/keys/index.ts')
const webhooks = () => import('#features/webhooks/index.ts')
const editions = () => import('#features/editions/index.ts')
/** The regency's own reports are made from those of all offices. */
const edition = { title: 'Laporan kabupaten', needs: ['figure.read'] } as const

/**
 * Every page by its component, whose name its help has too (help/texts). A fixed address comes before one with an id in its place.
 */
export const pages = {
  HomePage: { path: '/', title: 'Beranda', files: home },
  ReportsPage: {
    path: '/laporan',
    title: 'Laporan',
    needs: ['submission.read'],
    files: pageFiles(() => import('#features/reports/ReportsPage.tsx')),
  },
  FormPage: { path: '/laporan/:id', title: 'Laporan', needs: ['submission.read'], files: form },
  PrintPage: {
    path: '/laporan/:id/cetak',
    title: 'Cetak',
    needs: ['submission.read'],
    files: pageFiles(() => import('#features/form/PrintPage.tsx')),
  },
  HistoryPage: {
    path: '/laporan/:id/riwayat',
    title: 'Riwayat',
    needs: ['submission.read'],
    files: pageFiles(() => import('#features/review/HistoryPage.tsx')),
  },
  OfficeProfilePage: {
    path: '/perangkat-daerah/:id',
    title: 'Perangkat daerah',
    needs: ['submission.read'],
    files: pageFiles(() => import('#features/office-profile/OfficeProfilePage.tsx')),
  },
  QueuePage: {
    path: '/periksa',
    title: 'Periksa',
    needs: ['submission.review'],
    files: pageFiles(() => import('#features/review/QueuePage.tsx')),
  },
  ReviewPage: {
    path: '/periksa/:id',
    title: 'Periksa',
    needs: ['submission.read'],
    files: pageFiles(() => import('#features/review/ReviewPage.tsx')),
  },
  OverviewPage: {
    path: '/ringkasan',
    title: 'Ringkasan',
    needs: ['figure.read'],
    files: pageFiles(() => import('#features/overview/OverviewPage.tsx')),
  },
  DashboardsPage: {
    path: '/dasbor',
    title: 'Dasbor',
    needs: ['figure.read'],
    files: pageFiles(() => import('#features/dashboards/DashboardsPage.tsx')),
  },
  FigurePage: {
    path: '/ringkasan/angka',
    title: 'Asal angka',
    needs: ['figure.read'],
    files: pageFiles(() => import('#features/overview/FigurePage.tsx')),
  },
  EditionsPage: { path: '/laporan-kabupaten', ...edition, files: one(editions, 'EditionsPage') },
  EditionPage: { path: '/laporan-kabupaten/:id', ...edition, files: one(editions, 'EditionPage') },
  EditionSectionPage: {
    path: '/laporan-kabupaten/:id/bagian/:section',
    ...edition,
    files: one(editions, 'EditionSectionPage'),
  },
  EditionComparePage: {
    path: '/laporan-kabupaten/:id/banding',
    ...edition,
    files: one(editions, 'EditionComparePage'),
  },
  EditionPastePage: { path: '/laporan-kabupaten/:id/salin', ...edition, files: one(editions, 'EditionPastePage') },
  UnsentPage: {
    path: '/belum-terkirim',
    title: 'Belum terkirim',
    files: pageFiles(() => import('#features/form/UnsentPage.tsx')),
  },
  NoticesPage: {
    path: '/pemberitahuan',
    title: 'Pemberitahuan',
    files: pageFiles(() => import('#features/notices/NoticesPage.tsx')),
  },
  AccountPage: { path: '/akun', title: 'Akun', files: pageFiles(() => import('#features/account/AccountPage.tsx')) },
  SystemPage: {
    path: '/keadaan',
    title: 'Keadaan sistem',
    files: pageFiles(() => import('#features/system/SystemPage.tsx')),
  },
  LandingPage: {
    path: '/pengelolaan',
    title: 'Pengelolaan',
    needs: managing,
    files: pageFiles(() => import('./administration/LandingPage.tsx')),
  },
  OfficesPage: {
    path: '/pengelolaan/perangkat-daerah',
    ...section('perangkat-daerah'),
    files: one(offices, 'OfficesPage'),
  },
  NewOfficePage: {
    path: '/pengelolaan/perangkat-daerah/baru',
    ...section('perangkat-daerah'),
    files: one(offices, 'NewOfficePage'),
  },
  OfficePage: {
    path: '/pengelolaan/perangkat-daerah/:id',
    ...section('perangkat-daerah'),
    files: one(offices, 'OfficePage'),
  },
  ChangeOfficePage: {
    path: '/pengelolaan/perangkat-daerah/:id/ubah',
    ...section('perangkat-daerah'),
    files: one(offices, 'ChangeOfficePage'),
  },
  ReorganisePage: {
    path: '/pengelolaan/perangkat-daerah/:id/gabung',
    ...section('perangkat-daerah'),
    files: one(offices, 'ReorganisePage'),
  },
  PeoplePage: { path: '/pengelolaan/orang', ...section('orang'), files: one(people, 'PeoplePage') },
  NewPersonPage: { path: '/pengelolaan/orang/baru', ...section('orang'), files: one(people, 'NewPersonPage') },
  ImportPeoplePage: { path: '/pengelolaan/orang/impor', ...section('orang'), files: one(people, 'ImportPeoplePage') },
  PersonPage: { path: '/pengelolaan/orang/:id', ...section('orang'), files: one(people, 'PersonPage') },
  GrantPostPage: { path: '/pengelolaan/orang/:id/jabatan', ...section('orang'), files: one(people, 'GrantPostPage') },
  YearPage: { path: '/pengelolaan/tahun/:year', ...section('tahun'), files: one(plan, 'YearPage') },
  PeriodsPage: { path: '/pengelolaan/tahun/:year/periode', ...section('tahun'), files: one(plan, 'PeriodsPage') },
  AssignmentsPage: {
    path: '/pengelolaan/tahun/:year/penugasan',
    ...section('tahun'),
    files: one(plan, 'AssignmentsPage'),
  },
  WavesPage: { path: '/pengelolaan/tahun/:year/gelombang', ...section('tahun'), files: one(plan, 'WavesPage') },
  WavePage: { path: '/pengelolaan/tahun/:year/gelombang/:id', ...section('tahun'), files: one(plan, 'WavePage') },
  ObligationsPage: {
    path: '/pengelolaan/tahun/:year/kewajiban',
    ...section('tahun'),
    files: one(plan, 'ObligationsPage'),
  },
  AnnouncementsPage: {
    path: '/pengelolaan/pengumuman',
    ...section('pengumuman'),
    files: pageFiles(() => import('#features/announcements/AnnouncementsPage.tsx')),
  },
  ArchivePage: {
    path: '/pengelolaan/nilai-sebelumnya',
    ...section('nilai-sebelumnya'),
    files: pageFiles(() => import('#features/archive/ArchivePage.tsx')),
  },
  CataloguesPage: { path: '/pengelolaan/katalog', ...section('katalog'), files: one(catalogue, 'CataloguesPage') },
  UncomparedPage: {
    path: '/pengelolaan/katalog/belum-dicocokkan',
    ...section('katalog'),
    files: one(catalogue, 'UncomparedPage'),
  },
  CataloguePage: {
    path: '/pengelolaan/katalog/:type/:form',
    ...section('katalog'),
    files: one(catalogue, 'CataloguePage'),
  },
  VerifyPage: {
    path: '/pengelolaan/katalog/:type/:form/verifikasi',
    ...section('katalog'),
    files: one(catalogue, 'VerifyPage'),
  },
  ProposalPage: {
    path: '/pengelolaan/katalog/:type/:form/usulan',
    ...section('katalog'),
    files: pageFiles(() => import('#features/catalogue/ProposalPage.tsx')),
  },
  AddRowPage: {
    path: '/pengelolaan/katalog/:type/:form/tambah',
    ...section('katalog'),
    files: pageFiles(() => import('#features/catalogue/AddRowPage.tsx')),
  },
  HoldOnPage: {
    path: '/pengelolaan/katalog/:type/:form/teruskan',
    ...section('katalog'),
    files: one(catalogue, 'HoldOnPage'),
  },
  RowPage: { path: '/pengelolaan/katalog/:type/:form/:row', ...section('katalog'), files: one(catalogue, 'RowPage') },
  RetirePage: {
    path: '/pengelolaan/katalog/:type/:form/:row/akhiri',
    ...section('katalog'),
    files: one(catalogue, 'RetirePage'),
  },
  CorrectionPage: {
    path: '/pengelolaan/katalog/:type/:form/:row/perbaiki',
    ...section('katalog'),
    files: one(catalogue, 'CorrectionPage'),
  },
  NomenclaturePage: {
    path: '/pengelolaan/nomenklatur',
    ...section('nomenklatur'),
    files: pageFiles(() => import('#features/nomenclature/NomenclaturePage.tsx')),
  },
  RuleSetsPage: { path: '/pengelolaan/paket-aturan', ...section('paket-aturan'), files: one(rules, 'RuleSetsPage') },
  ProposePage: {
    path: '/pengelolaan/paket-aturan/usulan',
    ...section('paket-aturan'),
    files: one(rules, 'ProposePage'),
  },
  RuleSetPage: { path: '/pengelolaan/paket-aturan/:id', ...section('paket-aturan'), files: one(rules, 'RuleSetPage') },
  KeysPage: { path: '/pengelolaan/kunci-api', ...section('kunci-api'), files: one(keys, 'KeysPage') },
  NewKeyPage: { path: '/pengelolaan/kunci-api/baru', ...section('kunci-api'), files: one(keys, 'NewKeyPage') },
  WebhooksPage: { path: '/pengelolaan/webhook', ...section('webhook'), files: one(webhooks, 'WebhooksPage') },
  WebhookPage: { path: '/pengelolaan/webhook/:id', ...section('webhook'), files: one(webhooks, 'WebhookPage') },
  SecondingsPage: {
    path: '/pengelolaan/persetujuan-kedua',
    ...section('persetujuan-kedua'),
    files: pageFiles(() => import('#features/secondings/SecondingsPage.tsx')),
  },
  AuditPage: {
    path: '/pengelolaan/jejak-audit',
    ...section('jejak-audit'),
    files: pageFiles(() => import('#features/audit/AuditPage.tsx')),
  },
  PapersPage: {
    path: '/pengelolaan/naskah',
    ...section('naskah'),
    files: pageFiles(() => import('#features/papers/PapersPage.tsx')),
  },
  EditionOutlinePage: {
    path: '/pengelolaan/naskah/laporan/:type',
    ...section('naskah'),
    files: pageFiles(() => import('#features/papers/EditionOutlinePage.tsx')),
  },
  PaperPage: {
    path: '/pengelolaan/naskah/:paper',
    ...section('naskah'),
    files: pageFiles(() => import('#features/papers/PaperPage.tsx')),
  },
  SettingsPage: {
    path: '/pengelolaan/pengaturan',
    ...section('pengaturan'),
    files: pageFiles(() => import('#features/settings/SettingsPage.tsx')),
  },
} satisfies Record<string, AppPage>
export type PageName = keyof typeof pages
export const pageNames = Object.keys(pages) as PageName[]

/** Which page is at an address; null where none is. */
export const pageAt = (pathname: string): PageName | null =>
  pageNames.find(name => matchPath(pages[name].path, pathname)) ?? null
