import type { ActorId } from '@sepakat/rules'
import type { PaperTemplate } from '@sepakat/rules/papers/PaperKind.ts'
import { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** A version of the region's own template of a paper; without one the shipped template counts from then on. */
export interface PaperTemplateVersion {
  version: number
  template: PaperTemplate | null
  by: Named
  at: Date
}

/** Of one paper, newest first. */
export const listPaperTemplates = async (tx: Queryable, paper: string): Promise<PaperTemplateVersion[]> => {
  const stored = await tx.prisma.paperTemplate.findMany({ where: { paper }, orderBy: { version: 'desc' }, take: 50 })
  const rows = stored.map(typed.paperTemplate)
  const nameOf = await actorNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ version, template, by, at }) => ({ version, template, by: nameOf(by), at }))
}

/** The newest of each paper that has any, without its parts. */
export const newestPaperTemplates = async (tx: Queryable) => {
  const rows = await tx.prisma.paperTemplate.findMany({
    distinct: ['paper'],
    orderBy: [{ paper: 'asc' }, { version: 'desc' }],
    select: { paper: true, version: true, template: true, at: true },
  })
  return new Map(rows.map(({ paper, version, template, at }) => [paper, { version, own: template !== null, at }]))
}

/** The template that the region has of a paper; null: the shipped one. */
export const ownPaperTemplate = async (tx: Queryable, paper: string): Promise<PaperTemplate | null> => {
  const row = await tx.prisma.paperTemplate.findFirst({ where: { paper }, orderBy: { version: 'desc' } })
  return row && typed.paperTemplate(row).template
}

export const addPaperTemplate = async (
  tx: Queryable,
  paper: string,
  { version, template, by, at }: { version: number; template: object | null; by: ActorId; at: Date },
): Promise<void> => {
  const data = { paper, version, by, at, template: template ?? Prisma.DbNull }
  await tx.prisma.paperTemplate.create({ data, select: { version: true } })
}
