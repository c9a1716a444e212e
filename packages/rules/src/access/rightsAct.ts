import type { OfficeSpan } from '../offices/spans.ts'
import type { Reorganisation } from '../reorganisation/reorganisation.ts'
import type { ReportType } from '../reportTypes.ts'
import type { Permission } from './permissions.ts'
import type { Role } from './roles.ts'

/** A post as it will be given. Days as 2026-03-31, both included. */
export interface NewPost {
  role: Role
  title: string
  reportTypes: ReportType[]
  region: boolean
  offices: string[]
  from: string
  to: string | null
  acting: string | null
  actingFor: string | null
}

/** A key as it will be issued; `hash` is the SHA-256 of the whole key in hexadecimal. */
interface NewKey {
  name: string
  owner: string
  scopes: Permission[]
  reportTypes: ReportType[]
  region: boolean
  offices: string[]
  expires: string
  prefix: string
  hash: string
}

interface Acts {
  posts: { posts: { person: string; post: NewPost }[] }
  'post-end': { post: string; person: string; to: string }
  access: { person: string; disabled: boolean }
  key: { person: string; key: NewKey }
  /** `from`: who answered for it when it was asked; not said by what was asked before it was kept. */
  'key-owner': { key: string; from?: string; person: string }
  'second-factor': { person: string }
  'office-parent': { office: string; span: Omit<OfficeSpan, 'to'> }
  reorganisation: Reorganisation
  setting: { second: boolean }
}

export const rightsActKinds = [
  'posts',
  'post-end',
  'access',
  'key',
  'key-owner',
  'second-factor',
  'office-parent',
  'reorganisation',
  'setting',
] as const satisfies readonly (keyof Acts)[]
export type RightsActKind = keyof Acts

/** An act on rights, as data: exactly this is done once it is seconded (decision 0060). */
export type RightsAct = { [K in RightsActKind]: { kind: K } & Acts[K] }[RightsActKind]
export type RightsActOf<K extends RightsActKind> = { [A in RightsActKind]: Extract<RightsAct, { kind: A }> }[K]

/** The one person an act is about; undefined where it is about none, or many. */
export const personOf = (act: RightsAct): string | undefined => {
  if (act.kind !== 'posts') return 'person' in act ? act.person : undefined
  return act.posts.length === 1 ? act.posts[0]!.person : undefined
}
