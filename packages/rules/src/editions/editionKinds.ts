import type { EditionKind } from './EditionKind.ts'
import type { EditionType } from './editionTypes.ts'
import { lkjip } from './lkjip/kind.ts'
import { lkpj } from './lkpj/kind.ts'
import { lppd } from './lppd/kind.ts'
import { rlppd } from './rlppd/kind.ts'
import { spm } from './spm/kind.ts'

/** Every report that the regency itself owes. */
export const editionKinds: Record<EditionType, EditionKind> = { lppd, rlppd, lkpj, spm, lkjip }
