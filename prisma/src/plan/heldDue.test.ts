import { heldDue, reportStatuses } from '@sepakat/rules'
import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../testing.ts'
import { heldDue as sql } from './heldDue.ts'

it('holds in SQL as in the rules, whatever the report is', async () => {
  const [due, answer, first] = ['2026-04-01', '2026-04-20', '2026-03-20'].map(day => new Date(day)) as [
    Date,
    Date,
    Date,
  ]
  const all = reportStatuses.flatMap(status =>
    [1, 2].flatMap(number =>
      [null, due].flatMap(dueAt =>
        [null, answer].flatMap(returnDueAt =>
          [null, first].map(firstAt => ({ status, number, dueAt, returnDueAt, firstAt })),
        ),
      ),
    ),
  )
  const test = await testDatabase()
  const client = new pg.Client({ connectionString: test.appUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT ${sql()} AS held FROM json_to_recordset($1) AS j(status text, number int, due timestamptz, return_due_at timestamptz, first_at timestamptz)
       CROSS JOIN LATERAL (SELECT j.status, j.number, COALESCE(j.due, 'infinity') AS due, j.return_due_at, j.first_at) l`,
      [
        JSON.stringify(
          all.map(one => ({ ...one, due: one.dueAt, return_due_at: one.returnDueAt, first_at: one.firstAt })),
        ),
      ],
    )
    expect(rows.map(({ held }) => held)).toEqual(all.map(heldDue))
  } finally {
    await client.end()
    await test.dispose()
  }
})
