import { readFileSync } from 'node:fs'
import { type Catalogue, catalogueSchema, defaultRuleSet, type FormId } from '@sepakat/rules'
import { catalogueFiles } from '@sepakat/rules/kinds/catalogueFiles.ts'
import type { Prisma } from '../../generated/client.ts'
import { addShipped, newestShipped, supersedeShipped } from '../catalogue/shipped.ts'
import { catalogueHash, lockCatalogue, newestCatalogue } from '../catalogue/versions.ts'
import type { Database } from '../database.ts'
import { dateOf } from '../days.ts'
import { noEvent, record, written } from '../history/record.ts'
import type { AssignmentIn } from '../plan/assignments.ts'
import { defaultSettings } from '../settings/defaultSettings.ts'

/**
 * Takes note of the catalogue that this release brings for a form. One that was seen before is nothing new; one that is not what
 * is published waits as a proposal until an administrator publishes or declines it, in place of an older one that still waited.
 * A form without any version is left to the seed.
 */
export const proposeShipped = (db: Database, form: FormId, body: Catalogue): Promise<'known' | 'proposed'> => {
  const at = new Date()
  return record<'known' | 'proposed'>(db, { actor: 'system', at }, async tx => {
    await lockCatalogue(tx, form)
    const sha256 = catalogueHash(body)
    const published = await newestCatalogue(tx, form)
    const shipped = await newestShipped(tx, form)
    if (published === null || shipped?.sha256 === sha256) return noEvent('known' as const)
    await supersedeShipped(tx, form)
    const n = (shipped?.n ?? 0) + 1
    const isPublished = published.sha256 === sha256
    await addShipped(tx, { form, n, body, sha256, version: isPublished ? published.version : null, at })
    if (isPublished) return noEvent('known' as const)
    return written('proposed' as const, { stream: 'rights', type: 'catalogue.proposed', data: { form, n, sha256 } })
  })
}

interface OfficeRecord {
  id: string
  code: string
  name: string
  shortName: string
  kind: string
  parent: string | null
  urusan: string[]
  from: string
  confidence: string
  source: string
  note: string
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../reference/${name}`, import.meta.url), 'utf8')) as T

const seedOffices = async (prisma: Prisma.TransactionClient): Promise<void> => {
  if ((await prisma.office.findFirst({ select: { id: true } })) !== null) return
  const offices = read<OfficeRecord[]>('offices.json')
  await prisma.office.createMany({
    data: offices.map(({ id, kind, code, confidence, source, note }) => ({ id, kind, code, confidence, source, note })),
  })
  await prisma.officeSpan.createMany({
    data: offices.map(o => ({
      officeId: o.id,
      name: o.name,
      shortName: o.shortName,
      parentId: o.parent,
      urusan: o.urusan,
      from: dateOf(o.from),
    })),
  })
}

/** Of a form that has assignments those of its region stay as they are; one that came with an update gets its first. */
const seedAssignments = async (prisma: Prisma.TransactionClient): Promise<void> => {
  const known = new Set((await prisma.rowAssignment.groupBy({ by: ['form'] })).map(({ form }) => form))
  await prisma.rowAssignment.createMany({
    data: read<AssignmentIn[]>('assignments.json')
      .filter(({ form }) => !known.has(form))
      .map(({ office, ...a }) => ({ ...a, officeId: office })),
  })
}

/** Publishes the catalogue beside each kind as version 1; a form that has versions keeps its own. */
const seedCatalogues = async (prisma: Prisma.TransactionClient): Promise<void> => {
  for (const [form, body] of shippedCatalogues()) {
    if ((await prisma.formVersion.findFirst({ where: { form }, select: { version: true } })) !== null) continue
    const sha256 = catalogueHash(body)
    await prisma.formVersion.create({
      data: { form, version: 1, body: body as object, sha256, note: 'katalog awal', publishedBy: 'system' },
    })
  }
}

/** The catalogue beside each kind, as this release has it. */
const shippedCatalogues = (): [FormId, Catalogue][] =>
  Object.entries(catalogueFiles).map(([form, file]) => {
    const text = readFileSync(new URL(file, import.meta.resolve('@sepakat/rules/kinds/index.ts')), 'utf8')
    return [form as FormId, JSON.parse(JSON.stringify(catalogueSchema.parse(JSON.parse(text)))) as Catalogue]
  })

const seedRules = async (prisma: Prisma.TransactionClient): Promise<void> => {
  if ((await prisma.ruleSet.findFirst({ select: { id: true } })) !== null) return
  const [year, version] = defaultRuleSet.id.split('.').map(Number)
  await prisma.ruleSet.create({
    data: {
      id: defaultRuleSet.id,
      year: year!,
      version: version!,
      body: JSON.parse(JSON.stringify(defaultRuleSet)) as object,
      status: 'approved',
      proposedBy: 'system',
      approvedBy: 'system',
      approvedAt: new Date(),
    },
  })
}

const seedSettings = async (prisma: Prisma.TransactionClient): Promise<void> => {
  await prisma.setting.createMany({
    data: Object.entries(defaultSettings).map(([key, value]) => ({ key, value, updatedBy: 'system' })),
    skipDuplicates: true,
  })
}

/**
 * Offices, row assignments, catalogues, the default rule set, settings, all or nothing. Run at every start: what is there is
 * left as it is, and a new catalogue of this release waits as a proposal.
 */
export const seedReference = async (db: Database): Promise<void> => {
  await db.prisma.$transaction(
    async tx => {
      await seedOffices(tx)
      await seedAssignments(tx)
      await seedCatalogues(tx)
      await seedRules(tx)
      await seedSettings(tx)
    },
    { timeout: 60_000 },
  )
  for (const [form, body] of shippedCatalogues()) await proposeShipped(db, form, body)
}
