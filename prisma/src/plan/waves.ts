import type { PeriodKey, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Wave } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { officeNames } from '../offices/offices.ts'
import { typed } from '../typed.ts'

export interface WaveIn {
  name: string
  fromPeriod: PeriodKey
  offices: string[]
  reportTypes: ReportType[]
}
export interface WaveRow {
  id: string
  name: string
  fromPeriod: string
  /** By name. */
  offices: { id: string; name: string }[]
  reportTypes: ReportType[]
}

const withOffices = async (tx: Queryable, waves: Wave[]): Promise<WaveRow[]> => {
  const named = await officeNames(tx, [...new Set(waves.flatMap(({ officeIds }) => officeIds))])
  return waves.map(typed.wave).map(({ id, name, fromPeriod, officeIds, reportTypes }) => ({
    id,
    name,
    fromPeriod,
    offices: named
      .filter(office => officeIds.includes(office.id))
      .map(office => ({ id: office.id, name: office.name })),
    reportTypes,
  }))
}

export const listWaves = async (tx: Queryable): Promise<WaveRow[]> =>
  withOffices(tx, await tx.prisma.wave.findMany({ orderBy: [{ fromPeriod: 'asc' }, { name: 'asc' }, { id: 'asc' }] }))

export const readWave = async (tx: Queryable, id: string): Promise<WaveRow | null> => {
  const wave = await tx.prisma.wave.findUnique({ where: { id } })
  return wave && (await withOffices(tx, [wave]))[0]!
}

const columnsOf = ({ offices: officeIds, ...wave }: WaveIn) => ({
  name: wave.name,
  fromPeriod: wave.fromPeriod,
  officeIds,
  reportTypes: wave.reportTypes,
})

export const addWave = async (tx: Queryable, wave: WaveIn): Promise<string> => {
  const id = v7()
  await tx.prisma.wave.create({ data: { id, ...columnsOf(wave) } })
  return id
}

export const putWave = async (tx: Queryable, id: string, wave: WaveIn): Promise<void> => {
  await tx.prisma.wave.update({ where: { id }, data: columnsOf(wave), select: { id: true } })
}

export const removeWave = async (tx: Queryable, id: string): Promise<void> => {
  await tx.prisma.wave.delete({ where: { id }, select: { id: true } })
}
