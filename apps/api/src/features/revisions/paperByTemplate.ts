import { ownPaperTemplate, type Queryable } from '@sepakat/db'
import type { OfficialPaper } from '@sepakat/documents'
import type { PaperKind, PaperTemplate } from '@sepakat/rules'
import { templateFaults } from '@sepakat/rules/papers/templateFaults.ts'
import { emblemOnPaper } from '#submissions/emblemOnPaper.ts'

/** How the region wants a paper: its kind, its own template and its emblem. */
interface Wished {
  kind: PaperKind
  template: PaperTemplate
  emblem: OfficialPaper['emblem']
}

/** The template of the region where it has one that the kind of this release can still fill in, else the shipped one. */
export async function paperByTemplate(tx: Queryable, paper: string, kind: PaperKind): Promise<Wished> {
  const own = await ownPaperTemplate(tx, paper)
  const template = own && templateFaults(kind, own).length === 0 ? own : kind.template
  return { kind, template, emblem: await emblemOnPaper(tx) }
}
