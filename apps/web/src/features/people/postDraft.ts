import type { Acting, Role } from '@sepakat/rules/access/roles.ts'
import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import type { Errors } from '#administration/useContractForm.ts'
import type { BodyOf } from '#sync/apiTypes.ts'
import { isRegional } from './roleWords.ts'

/** A post while it is being written; null is a date that cannot be parsed yet. */
export interface PostDraft {
  role: Role | ''
  title: string
  allTypes: boolean
  reportTypes: ReportType[]
  region: boolean
  offices: string[]
  from: string | null
  to: string | null
  acting: '' | Acting
  actingFor: string
}

export const newPost = (today: string, more: Partial<PostDraft> = {}): PostDraft => ({
  role: '',
  title: '',
  allTypes: true,
  reportTypes: [],
  region: false,
  offices: [],
  from: today,
  to: '',
  acting: '',
  actingFor: '',
  ...more,
})

/** A system administrator always covers the whole region. */
export const holdsAll = (role: PostDraft['role']): boolean => role === 'admin'

/** Changes the role; the place follows the role's usual one, unless offices were chosen already. */
export function withRole(post: PostDraft, role: Role): PostDraft {
  if (holdsAll(role)) return { ...post, role, region: true, offices: [], allTypes: true }
  return { ...post, role, region: post.offices.length === 0 && isRegional(role) }
}

const unread = 'Tulis tanggal seperti 31-03-2026.'

/** Beyond the contract: none chosen is not what it calls all of them, and days are read here. */
export const postUnread = (post: PostDraft): Errors => ({
  reportTypes:
    !post.allTypes && post.reportTypes.length === 0 ? 'Pilih sedikitnya satu jenis laporan, atau semua.' : undefined,
  from: post.from === '' ? 'Tulis sejak kapan jabatan ini berlaku.' : post.from === null ? unread : undefined,
  to: post.to === null ? unread : undefined,
})

/** As the API takes it. */
export const postBody = (post: PostDraft): BodyOf<'POST /people/:id/posts'> => ({
  role: post.role as Role,
  title: post.title.trim(),
  reportTypes: post.allTypes ? [] : post.reportTypes,
  region: post.region,
  offices: post.region ? [] : post.offices,
  from: post.from ?? '',
  to: post.to || null,
  acting: post.acting || null,
  actingFor: post.acting ? post.actingFor.trim() || null : null,
})
