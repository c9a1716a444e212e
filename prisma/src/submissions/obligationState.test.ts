import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'

let database: TestDatabase
let db: Database
let office: string
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 2 })
  office = (await db.prisma.office.findFirstOrThrow({ select: { id: true } })).id
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const form = 'sakip/perjanjian-kinerja'
const submit = async (period: string, number: number, status = 'draft'): Promise<string> => {
  const id = v7()
  await db.prisma.submission.create({
    data: {
      id,
      officeId: office,
      form,
      reportType: 'sakip',
      period,
      number,
      status,
      formVersion: 1,
      createdBy: 'system',
    },
  })
  return id
}
const owe = async (period: string) =>
  (await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt: new Date() } })).id
const stateOf = async (id: string) =>
  db.prisma.obligation.findUniqueOrThrow({ where: { id }, select: { status: true, submissionId: true } })

it('an obligation says how far its report is, from the first draft on', async () => {
  const obligation = await owe('2026')
  expect(await stateOf(obligation)).toEqual({ status: 'not-begun', submissionId: null })
  const first = await submit('2026', 1)
  expect(await stateOf(obligation)).toEqual({ status: 'draft', submissionId: first })
  await db.prisma.submission.update({ where: { id: first }, data: { status: 'approved' } })
  expect(await stateOf(obligation)).toEqual({ status: 'approved', submissionId: first })
  const second = await submit('2026', 2)
  expect(await stateOf(obligation)).toEqual({ status: 'draft', submissionId: second })
  await db.prisma.submission.update({ where: { id: second }, data: { status: 'approved' } })
  expect(await stateOf(obligation)).toEqual({ status: 'approved', submissionId: second })
  await db.prisma.submission.update({ where: { id: first }, data: { status: 'returned' } })
  expect(await stateOf(obligation)).toEqual({ status: 'returned', submissionId: first })
  await db.prisma.submission.update({ where: { id: first }, data: { status: 'approved' } })
  expect(await stateOf(obligation)).toEqual({ status: 'approved', submissionId: second })
})

it('an obligation that comes after its report knows it from the start', async () => {
  const archived = await submit('2024', 1, 'approved')
  expect(await stateOf(await owe('2024'))).toEqual({ status: 'approved', submissionId: archived })
})

it('no other state can be written', async () => {
  const obligation = await owe('2025')
  await expect(
    db.prisma.obligation.update({ where: { id: obligation }, data: { status: 'selesai' } }),
  ).rejects.toThrow()
})
