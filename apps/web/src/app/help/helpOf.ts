import { matchPath } from 'react-router'

/** The pages by their component, whose name its text has too. */
export const pageAddresses = {
  HomePage: '/',
  ReportsPage: '/laporan',
  FormPage: '/laporan/:id',
  PrintPage: '/laporan/:id/cetak',
  HistoryPage: '/laporan/:id/riwayat',
  QueuePage: '/periksa',
  ReviewPage: '/periksa/:id',
  OverviewPage: '/ringkasan',
  UnsentPage: '/belum-terkirim',
  AccountPage: '/akun',
  SystemPage: '/keadaan',
  LandingPage: '/pengelolaan',
  OfficesPage: '/pengelolaan/perangkat-daerah',
  NewOfficePage: '/pengelolaan/perangkat-daerah/baru',
  OfficePage: '/pengelolaan/perangkat-daerah/:id',
  ChangeOfficePage: '/pengelolaan/perangkat-daerah/:id/ubah',
  PeoplePage: '/pengelolaan/orang',
  NewPersonPage: '/pengelolaan/orang/baru',
  ImportPeoplePage: '/pengelolaan/orang/impor',
  PersonPage: '/pengelolaan/orang/:id',
  GrantPostPage: '/pengelolaan/orang/:id/jabatan',
  YearPage: '/pengelolaan/tahun/:year',
  PeriodsPage: '/pengelolaan/tahun/:year/periode',
  AssignmentsPage: '/pengelolaan/tahun/:year/penugasan',
  WavesPage: '/pengelolaan/tahun/:year/gelombang',
  WavePage: '/pengelolaan/tahun/:year/gelombang/:id',
  ObligationsPage: '/pengelolaan/tahun/:year/kewajiban',
  AnnouncementsPage: '/pengelolaan/pengumuman',
  ArchivePage: '/pengelolaan/nilai-sebelumnya',
  CataloguesPage: '/pengelolaan/katalog',
  UncomparedPage: '/pengelolaan/katalog/belum-dicocokkan',
  CataloguePage: '/pengelolaan/katalog/:type/:form',
  VerifyPage: '/pengelolaan/katalog/:type/:form/verifikasi',
  HoldOnPage: '/pengelolaan/katalog/:type/:form/teruskan',
  RowPage: '/pengelolaan/katalog/:type/:form/:row',
  CorrectionPage: '/pengelolaan/katalog/:type/:form/:row/perbaiki',
  NomenclaturePage: '/pengelolaan/nomenklatur',
  RuleSetsPage: '/pengelolaan/paket-aturan',
  ProposePage: '/pengelolaan/paket-aturan/usul',
  RuleSetPage: '/pengelolaan/paket-aturan/:id',
  KeysPage: '/pengelolaan/kunci-api',
  NewKeyPage: '/pengelolaan/kunci-api/baru',
  SettingsPage: '/pengelolaan/pengaturan',
}
export type HelpPage = keyof typeof pageAddresses

/** Which page an address shows; null for one that shows none. A fixed address stands before the one with an id in its place. */
export const helpOf = (pathname: string): HelpPage | null =>
  (Object.keys(pageAddresses) as HelpPage[]).find(page => matchPath(pageAddresses[page], pathname)) ?? null
