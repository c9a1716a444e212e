import { cockpitLists, kinds, type PeriodKey, planSearch, prerequisitesOf, reportTypes } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAttachments } from '../attachments/attachments.ts'
import { cockpitLines } from '../cockpit/cockpitLines.ts'
import { behindOffices } from '../dashboards/behindOffices.ts'
import { punctualityOf } from '../dashboards/punctualityOf.ts'
import { targetsOf } from '../dashboards/targetsOf.ts'
import { turnaroundOf } from '../dashboards/turnaroundOf.ts'
import { type Database, openDatabase, reader } from '../database.ts'
import { pickSources } from '../forms/pickSources.ts'
import { publishedForm } from '../forms/publishedForm.ts'
import { readBound } from '../history/bound/readBound.ts'
import { listNotes } from '../review/notes.ts'
import { listQuestions } from '../review/questions.ts'
import { listRevisions, revisionBody } from '../review/revisions.ts'
import { searchFigures } from '../search/searchFigures.ts'
import { searchNames } from '../search/searchNames.ts'
import { searchReports } from '../search/searchReports.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { countedRowsOf } from './countedRowsOf.ts'
import { findSubmissionDetails } from './findSubmissionDetails.ts'
import { listChanges } from './listChanges.ts'
import { listFigures } from './listFigures.ts'
import { listLines } from './listLines.ts'
import { loadCounted } from './loadCounted.ts'
import { loadFormOf } from './loadFormOf.ts'
import { loadRecap } from './loadRecap.ts'
import { otherRulesIn } from './otherRules.ts'
import { overviewOfYear } from './overviewOfYear.ts'
import { reportsNotSubmitted } from './reportsNotSubmitted.ts'
import { reportsSeen } from './reportsSeen.ts'
import { findSubmission } from './submission.ts'
import { fillInBulk } from './testingBulk.ts'
import { countedReportOf, figuresOfReportIn, frozenReportsOf } from './tracedFigure.ts'
import { typedCellsOf } from './typedCellsOf.ts'

const now = new Date('2026-11-24T00:00:00Z')
const reach = { offices: null, reportTypes: null }
let database: TestDatabase
let db: Database
let one: { id: string; officeId: string }

/** 20,000 reports of all offices over many years, each approved once with three figures and one change. */
const seed = [
  `INSERT INTO period (form, key, opens_at, due_at, closes_at)
   SELECT f, y || '-TW' || q, make_date(y, 1, 1), make_date(y, q * 3, 20), make_date(2030, 1, 1)
   FROM unnest(ARRAY['spm/triwulan', 'sakip/pengukuran-triwulan']) f, generate_series(1990, 2026) y, generate_series(1, 4) q ON CONFLICT DO NOTHING`,
  `INSERT INTO obligation (id, office_id, form, period, due_at)
   SELECT gen_random_uuid(), o.id, f, y || '-TW' || q, make_date(2026, q * 3, 20)
   FROM office o, unnest(ARRAY['spm/triwulan', 'sakip/pengukuran-triwulan']) f, generate_series(1990, 2026) y, generate_series(1, 4) q`,
  `INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, due_at, created_by, version, latest_revision, approved_revision)
   SELECT id, office_id, form, split_part(form, '/', 1), period, 1, 'approved', due_at, 'system', 1, 1, 1 FROM obligation`,
  `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
   SELECT id, 1, '2021.1', '{"answers":{},"sections":[],"formVersion":1}', repeat('0', 64), id::text, 'system', due_at, 1 FROM submission`,
  `INSERT INTO figure (submission_id, n, code, "row", office_id, form, period, value, unit, derivation, rule_set)
   SELECT id, 1, code, '', office_id, form, period, 1, '%', '{"formula":"value.1","inputs":[],"ruleSet":"2021.1"}', '2021.1'
   FROM submission, unnest(ARRAY['completeness', 'spm.index', 'sakip.office']) code`,
  `INSERT INTO answer_change (change_id, submission_id, seq, table_id, row_id, field, op, "to", actor, via)
   SELECT gen_random_uuid(), id, 1, 'recipients', 'gepeng', 'due', 'set', '"1"', 'system', 'api' FROM submission`,
  `INSERT INTO attachment (id, submission_id, anchor, title, number, page, file_name, media, bytes, sha256, by)
   SELECT gen_random_uuid(), id, '', 'Bukti', '', '', 'bukti.pdf', 'application/pdf', 100000, repeat('0', 64), 'post:' || office_id
   FROM (SELECT * FROM submission WHERE period LIKE '2026-%') s, generate_series(1, 12)`,
]

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 1 })
  await fillInBulk(database.ownerUrl, async owner => {
    for (const sql of seed) await owner.query(sql)
  })
  const { rows } = await db.pool.query(
    `SELECT id, office_id AS "officeId" FROM submission WHERE period = '2026-TW2' AND form = 'spm/triwulan' LIMIT 1`,
  )
  one = rows[0]
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

/** Rows of growing tables that were read by scanning them from end to end meanwhile. */
const scanned = async (run: () => Promise<unknown>): Promise<number> => {
  const read = async (): Promise<number> => {
    await db.pool.query('SELECT pg_stat_force_next_flush()')
    const { rows } = await db.pool.query(
      `SELECT sum(seq_tup_read)::int AS n FROM pg_stat_user_tables
       WHERE relname IN ('report_line', 'obligation', 'submission', 'revision', 'figure', 'answer_change', 'answer_row', 'attachment')`,
    )
    return rows[0].n
  }
  const before = await read()
  // Six times: from the sixth on PostgreSQL may keep a plan for all values.
  for (let n = 0; n < 7; n += 1) await run()
  return (await read()) - before
}

const allForms = Object.keys(kinds) as (keyof typeof kinds)[]
describe('no reading scans a large table', () => {
  const all = { offices: null as string[] | null, reportTypes: [...reportTypes], people: true }
  const sought = (q: string) => {
    const { words, year, quarter } = planSearch(q, allForms)
    return { words, code: '', year, quarter, reach: all, limit: 5, now, today: '2026-11-24' }
  }
  const figures = { reach, provisional: false, after: null, limit: 50 }
  const asker = {
    id: 'post:01a20ce3-8b84-73e6-907a-1550a0f24760' as const,
    person: { id: '01a20ce3-8b84-73e6-907a-1550a0f24760' },
    via: 'session' as const,
    access: {
      kind: 'post' as const,
      role: 'leader' as const,
      reportTypes: null,
      offices: null,
      from: '2020-01-01',
      to: null,
    },
    today: '2026-11-24',
  }
  const reportsIn = (period: PeriodKey) =>
    reportsSeen(reader(db), { forms: ['spm/triwulan'], periods: [period], provisional: true })
  const readings: Record<string, () => Promise<unknown>> = {
    'figures of everything': () => listFigures(reader(db), figures),
    'figures of a form in a period': () =>
      listFigures(reader(db), { ...figures, form: 'spm/triwulan', period: '2026-TW2', code: 'spm.index' }),
    'figures of a year': () => listFigures(reader(db), { ...figures, year: 2026 }),
    'figures of an office': () => listFigures(reader(db), { ...figures, office: one.officeId, year: 2026 }),
    'figures in reach of an office': () =>
      listFigures(reader(db), { ...figures, reach: { offices: [one.officeId], reportTypes: ['spm'] } }),
    'the recap of a form in a period': () =>
      loadRecap(reader(db), { form: 'spm/triwulan', period: '2026-TW2', provisional: true }),
    'the recap of a branch in a period': () =>
      loadRecap(reader(db), {
        form: 'sakip/pengukuran-triwulan',
        period: '2026-TW2',
        provisional: true,
        offices: new Set([one.officeId]),
      }),
    'where a figure comes from': async () => {
      const report = await countedReportOf(reader(db), {
        office: one.officeId,
        form: 'spm/triwulan',
        period: '2026-TW2',
      })
      if (!report) return null
      await figuresOfReportIn(reader(db), report)
      const [frozen] = await frozenReportsOf(reader(db), [report])
      return frozen && (await typedCellsOf(reader(db), frozen, ['/recipients/gepeng/due']))
    },
    'questions about figures': () => listQuestions(reader(db), { reach, open: true, limit: 200 }),
    'what came in of a form in a period': () => reportsIn('2026-TW2').then(countedRowsOf),
    'what is by other rules in a period': () => reportsIn('2026-TW2').then(otherRulesIn),
    'what came in time in three years': () =>
      punctualityOf(reader(db), { years: [2026, 2025, 2024], now, zone: 'Asia/Makassar' }),
    'who is behind in a year': () =>
      behindOffices(reader(db), { year: 2026, reportTypes: null, now, zone: 'Asia/Makassar' }),
    'how long what was approved had waited': () => turnaroundOf(reader(db), { year: 2026, zone: 'Asia/Makassar' }),
    'whose targets were reached': () =>
      targetsOf(reader(db), {
        form: 'sakip/pengukuran-triwulan',
        code: 'sakip.office',
        periods: ['2026-TW1', '2026-TW2'],
      }),
    'the figures of quarters': () =>
      loadCounted(reader(db), {
        form: 'spm/triwulan',
        periods: ['2026-TW1', '2026-TW2', '2025-TW1'],
        provisional: true,
      }),
    'the overview of a year': () => overviewOfYear(reader(db), { reach, year: 2026, practice: false, now }),
    ...Object.fromEntries(
      cockpitLists.flatMap(list =>
        [false, true].map(ofOffice => [
          `what is ${list}${ofOffice ? ' of an office' : ''}`,
          () =>
            cockpitLines(reader(db), { list, reach, office: ofOffice ? one.officeId : undefined, after: null, now }),
        ]),
      ),
    ),
    'one report': () =>
      findSubmissionDetails(reader(db), one.id, { person: asker.person.id, reviews: true, today: asker.today }),
    'one report to be written': () => findSubmission(reader(db), one.id),
    'one report as history binds it': () => readBound(reader(db), 'submission', { ids: [one.id] }),
    'the data of an office': async () => {
      const tx = reader(db)
      const read: string[] = []
      const ask = {
        reach,
        office: one.officeId,
        year: 2026,
        practice: false,
        after: null,
        limit: 50,
        now,
        today: asker.today,
      }
      for (const { id } of (await listLines(tx, 'submission', ask)).rows) {
        const submission = (await findSubmission(tx, id))!
        await loadFormOf(tx, submission, { drafts: false })
        await publishedForm(tx, submission.form, submission.formVersion)
        const [newest] = (await listRevisions(tx, id)).toReversed()
        if (newest) await revisionBody(tx, id, newest.n)
        await listNotes(tx, id)
        await listAttachments(tx, id)
        read.push(id)
      }
      return read.includes(one.id)
    },
    'a search for names': () =>
      searchNames(reader(db), { ...sought('dinas'), kinds: ['office', 'person', 'row', 'item'] }),
    'a search for reports of an office, of a form, of own offices': async () => {
      const ask = (q: string, own = all) =>
        searchReports(reader(db), { ...sought(q), forms: planSearch(q, allForms).reports, reach: own })
      await ask('dinas kesehatan')
      await ask('spm', { ...all, offices: [one.officeId] })
      return ask('spm tw2 2026')
    },
    'a search for figures': async () => {
      const ask = (q: string) => searchFigures(reader(db), { ...sought(q), figures: planSearch(q, allForms).figures })
      await ask('indeks ibu hamil')
      return ask('indeks')
    },
    'its files': () => listAttachments(reader(db), one.id),
    'its changes': () => listChanges(reader(db), one.id, { since: 0, limit: 200 }),
    'the history of a cell': () =>
      listChanges(reader(db), one.id, {
        since: 0,
        limit: 200,
        at: { table: 'recipients', row: 'gepeng', field: 'due' },
      }),
    'what has to be submitted first': () =>
      reportsNotSubmitted(
        reader(db),
        prerequisitesOf({ form: 'sakip/pengukuran-triwulan', period: '2026-TW1' }).map(report => ({
          office: one.officeId,
          ...report,
        })),
      ),
    'the sources of a form': () =>
      pickSources(
        reader(db),
        one.officeId,
        [
          { name: 'previous', form: 'spm/triwulan', period: '2026-TW1' },
          { name: 'region', form: 'spm/triwulan', period: '2026-TW1', of: 'region' },
        ],
        true,
      ),
  }

  it.each(Object.entries(readings))('%s', async (_, run) => {
    const result = await run()
    expect(result).toBeTruthy()
    expect(await scanned(run)).toBe(0)
  })

  it('and the figures are there', async () => {
    const { rows } = await listFigures(reader(db), {
      ...figures,
      form: 'spm/triwulan',
      period: '2026-TW2',
      code: 'spm.index',
      limit: 200,
    })
    const { counts } = await overviewOfYear(reader(db), { reach, year: 2026, practice: false, now })
    expect(rows.length).toBe(counts.reduce((sum, { count }) => sum + count, 0) / 8)
    expect(
      (await findSubmissionDetails(reader(db), one.id, { person: asker.person.id, reviews: true, today: asker.today }))
        ?.status,
    ).toBe('approved')
  })
})
