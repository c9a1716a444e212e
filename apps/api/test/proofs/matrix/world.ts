import { addSeconding, publicFilesOf, putSetting, reader, readSeconding } from '@sepakat/db'
import { type EditionStatus, type Permission, type Role, roles } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Handlers } from '#http/route.ts'
import { approve, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { renderFiles, signingEnv } from '#testing/signing.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { sendFile } from '#testing/upload.ts'
import { oweOthers } from '../oweOthers.ts'
import { buildReports, must, type Report } from '../reports.ts'
import { type AskerName, askers, type ReportStatus } from './readRights.ts'
import { webhookOf } from './webhookOf.ts'

/** The password of everybody in the world. */
export const password = 'kelapa merah di dermaga'

/** What the matrix is tried on: two offices, everybody who may ask, and one office's reports in each status. */
export interface World {
  api: TestApi
  office: string
  otherOffice: string
  reports: Record<ReportStatus, Report>
  /** An obligation of the office without a report. */
  obligation: string
  /** By form, a period for which the office owes a report that is not started. */
  free: Record<string, string>
  /** A worksheet of the office that an evaluator has in review. */
  worksheet: string
  /** The office's approved agreement, which a Perubahan may change. */
  agreement: string
  wave: string
  announced: string
  /** A period for which nothing is owed, as a part of its address. */
  freePeriod: string
  assignment: string
  /** A rule set that waits for its approval. */
  proposal: string
  /** One of the regency's own reports in each status, all by its coordinator. */
  editions: Record<EditionStatus, string>
  /** A file of the frozen one that is ordered. */
  editionFile: string
  /** A PDF of it that is made. */
  editionPdf: string
  /** An office without reports or offices below. */
  unit: string
  /** A person who is none of the askers, with a post and a session. */
  bystander: SignedIn & { username: string }
  key: string
  webhook: string
  /** What another administrator asks, and waits for a second person. */
  seconding: { id: string; digest: string }
  admin: SignedIn
  /** The person who is the office's operator. */
  operator: string
  /** Who asks; a key has the scope. */
  asker: (name: AskerName, scope: string) => Caller & Partial<SignedIn>
  close: () => Promise<void>
}

const own = 'dsp3a'
/** A scope that is another, and gives none of what it does. */
const otherThan = (scope: string): Permission => (scope === 'plan.manage' ? 'figure.read' : 'plan.manage')

const scopesOf = (scope: string): Permission[] => {
  const scopes = [scope as Permission]
  const ofReports = scope.startsWith('submission.') || scope === 'contribution.manage'
  return ofReports && scope !== 'submission.read' ? ['submission.read', ...scopes] : scopes
}

/** `handlers`: those of all features, where they are to be listened to. */
export const buildWorld = async (scopes: string[], handlers?: Handlers): Promise<World> => {
  const api = await testApi(handlers, { env: signingEnv })
  const { [own]: office, dinkes: otherOffice, owed } = await reporting(api.db, 2026)
  for (const year of [2024, 2025]) await reporting(api.db, year)
  const placeOf = { own: [office], oth: [otherOffice], all: undefined, none: undefined } as const
  const places = ['own', 'oth', 'all', 'none'] as const
  const placed = (name: string): [string, keyof typeof placeOf] => {
    const [who = '', place = ''] = name.split(' ')
    return [who, places.find(known => known === place)!]
  }
  const people = new Map<string, SignedIn>()
  for (const name of askers.filter(it => it !== 'nobody' && !it.startsWith('key '))) {
    const [role, place] = placed(name)
    const post = { role: role as Role, offices: placeOf[place]?.slice() }
    // The keys are this one's: no key does what no post of its owner does.
    const more = name === 'verifier own' ? roles.map(other => ({ role: other })) : []
    people.set(name, await api.as([post, ...more], { name, password }))
  }
  const person = (name: AskerName): SignedIn => people.get(name)!
  const [operator, reviewer, admin] = [person('operator own'), person('verifier own'), person('admin all')]
  const firstReviewer = await api.as({ role: 'verifier' })
  const bystander = await api.as({ role: 'leader' }, { username: 'orang-lain', password })

  const keys = new Map<string, Caller>()
  for (const scope of new Set(scopes))
    for (const place of places) {
      const given = place === 'none' ? [otherThan(scope)] : scopesOf(scope)
      const spec = { owner: reviewer.personId, scopes: given, offices: placeOf[place]?.slice() }
      keys.set(`key ${place} ${scope}`, await api.withKey(spec))
    }

  const quarters = [2025, 2026].flatMap(year => [1, 2, 3, 4].map(quarter => `${year}-TW${quarter}`))
  const [draft, signing, submitted, inReview, secondReview, returned, approved, unbegun] = quarters as string[]
  const reports = await buildReports(
    api,
    { office, operator, reviewer, firstReviewer },
    {
      draft: draft!,
      signing: signing!,
      submitted: submitted!,
      'in-review': inReview!,
      'second-review': secondReview!,
      returned: returned!,
      approved: approved!,
    },
  )
  for (const status of ['submitted', 'in-review', 'second-review', 'approved'] as const) {
    const { id, question } = reports[status]
    const asked = { id: question, code: 'completeness', text: 'Mengapa belum lengkap?' }
    await must(person('auditor all'), 'POST', `/submissions/${id}/questions`, asked)
  }
  const ids = sakipIds()
  const sakip = async (form: string, answers: unknown): Promise<string> => {
    const { id } = await must(operator, 'POST', '/submissions', { office, form, period: '2026', answers })
    await approve(operator, reviewer, id)
    return id
  }
  await sakip('sakip/indikator', registerAnswers(ids))
  const agreement = await sakip('sakip/perjanjian-kinerja', agreementAnswers(ids))

  const { id: worksheet } = await must(operator, 'POST', '/submissions', {
    office,
    form: 'sakip/evaluasi',
    period: '2026',
  })
  await must(operator, 'POST', `/submissions/${worksheet}/submit`)
  await must(person('evaluator all'), 'POST', `/submissions/${worksheet}/claim`)

  const span = { name: 'Unit Percobaan', from: '2026-01-01' }
  const unit = (await must(admin, 'POST', '/offices', { ...span, kind: 'unit' })).id
  const row = 'sasaran-percobaan'
  const waves = { name: 'Gelombang percobaan', fromPeriod: '2026', offices: [unit], reportTypes: ['sakip'] }
  const wave = (await must(admin, 'POST', '/waves', waves)).id
  const told = { text: 'Percobaan', from: '2026-01-01', to: '2099-12-31', reportTypes: ['spm'] }
  const announced = (await must(admin, 'POST', '/announcements', told)).id
  const instants = { opensAt: '2032-01-01T00:00:00Z', dueAt: '2033-03-31T00:00:00Z', closesAt: '2033-06-30T00:00:00Z' }
  await must(admin, 'PUT', '/periods', { periods: [{ form: 'sakip/indikator', key: '2032', ...instants }] })
  const assigned = { form: 'sakip/indikator', row: '*', office: unit, fromYear: 2026 }
  const assignment = (await must(admin, 'POST', '/assignments', assigned)).id
  const correction = { row: 'gepeng', fromYear: 2026, reason: 'Ejaan', basedOn: 1, change: { note: row } }
  await must(admin, 'POST', '/catalogues/spm/triwulan/corrections', correction)
  const proposed = { basedOn: '2021.1', year: 2026, note: row, change: { spm: { nil: 'zero' } } }
  const proposal = (await must(person('coordinator all'), 'POST', '/rule-sets', proposed)).id
  const [manages, approves] = [person('coordinator all'), person('approver all')]
  const opened = async (type: string): Promise<string> =>
    (await must(manages, 'POST', '/editions', { type, period: '2026' })).id
  const editions = {
    draft: await opened('lppd'),
    'in-review': await opened('lkjip'),
    'for-approval': await opened('rlppd'),
    frozen: await opened('lkpj'),
  }
  const written = [{ block: 'paragraph', text: [{ piece: 'text', text: 'Demikian laporan ini.' }] }]
  await must(manages, 'PUT', `/editions/${editions.draft}/sections/penutup`, { base: 0, narrative: written })
  for (const status of ['in-review', 'for-approval', 'frozen'] as const)
    await must(manages, 'POST', `/editions/${editions[status]}/send`)
  await must(approves, 'POST', `/editions/${editions.frozen}/approve`)
  const editionFile = (await must(manages, 'POST', `/editions/${editions.frozen}/files`, { as: 'json' })).id
  const editionPdf = (await must(manages, 'POST', `/editions/${editions.frozen}/files`, { as: 'pdf' })).id
  await renderFiles(api, editions.frozen, editionPdf)
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
  await must(admin, 'PUT', '/settings/public', { value: { on: true, licence, editions: ['lkpj/2026'] } })
  const forPublic = (await publicFilesOf(reader(api.db), editions.frozen)).find(({ format }) => format === 'json')!
  await renderFiles(api, editions.frozen, forPublic.id)
  const sending = `/editions/${editions.frozen}/sendings/dprd`
  await must(manages, 'PUT', sending, { date: '2027-03-30', receipt: 'Nomor 1' })
  await sendFile(manages, `PUT ${sending}/receipt`)
  const ofReporting = {
    'spm/triwulan': unbegun!,
    'sakip/indikator': '2025',
    'sakip/perjanjian-kinerja': '2025',
    'sakip/evaluasi': '2025',
    'sakip/pengukuran-triwulan': '2026-TW2',
  }
  const { keyId } = await api.withKey({ owner: bystander.personId, scopes: ['figure.read'] })
  const webhook = (await must(admin, 'POST', '/webhooks', webhookOf(keyId))).id
  await must(admin, 'POST', `/webhooks/${webhook}/test`, { message: v7() })
  // What one person may do is tried here; that it takes two, in attacks/duties.
  await putSetting(reader(api.db), 'duties', { second: false }, 'system')
  const another = await api.as({ role: 'admin' })
  const asked = { kind: 'access', person: bystander.personId, disabled: true } as const
  const seconding = await addSeconding(reader(api.db), { act: asked, by: `post:${another.postId}`, at: new Date() })

  return {
    api,
    office,
    otherOffice,
    reports,
    obligation: await owed(office, 'spm/triwulan', unbegun!),
    free: { ...ofReporting, ...(await oweOthers(api.db, office, Object.keys(ofReporting))) },
    worksheet,
    agreement,
    wave,
    announced,
    freePeriod: 'sakip/indikator/2032',
    assignment,
    proposal,
    editions,
    editionFile,
    editionPdf,
    unit,
    bystander: { ...bystander, username: 'orang-lain' },
    key: keyId,
    webhook,
    seconding: await readSeconding(reader(api.db), seconding),
    admin,
    operator: operator.personId,
    asker: (name, scope) =>
      name === 'nobody' ? api.stranger : name.startsWith('key ') ? keys.get(`${name} ${scope}`)! : person(name),
    close: () => api.close(),
  }
}
