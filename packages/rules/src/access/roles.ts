import type { Permission } from './permissions.ts'

export const roles = [
  'operator',
  'head',
  'leader',
  'auditor',
  'verifier',
  'evaluator',
  'coordinator',
  'approver',
  'admin',
] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, string> = {
  operator: 'Operator',
  head: 'Kepala perangkat daerah',
  leader: 'Pimpinan',
  auditor: 'Pengawas',
  verifier: 'Verifikator',
  evaluator: 'Penilai',
  coordinator: 'Koordinator',
  approver: 'Pejabat pengesah',
  admin: 'Pengelola sistem',
}

/** Posts whose holders must have a second factor. */
export const rolesWithSecondFactor: readonly Role[] = ['admin', 'approver']

/** For which absence a post is held on behalf of another: a vacancy, a leave, or until an appointment. */
export const actings = ['plt', 'plh', 'pj'] as const
export type Acting = (typeof actings)[number]

const actingLabels: Record<string, string> = { plt: 'Plt.', plh: 'Plh.', pj: 'Pj.' }

/** The title of a post: its own, else its role, with `Plt.` before it where its holder acts for another. */
export function titleOfPost({
  role,
  title,
  acting,
}: {
  role: Role | null
  title: string
  acting: string | null
}): string {
  const own = title || (role === null ? '' : roleLabels[role])
  return acting === null ? own : `${actingLabels[acting] ?? acting} ${own}`
}

/** What each role may do within the report types, offices and dates of its post. The admin reads no answers. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  operator: ['submission.read', 'submission.write', 'submission.submit', 'contribution.manage', 'figure.read'],
  head: ['submission.read', 'figure.read', 'submission.sign'],
  leader: ['submission.read', 'figure.read'],
  auditor: ['submission.read', 'figure.read', 'audit.read', 'edition.review', 'second.read'],
  verifier: ['submission.read', 'submission.review', 'figure.read'],
  evaluator: ['submission.read', 'submission.review', 'submission.evaluate', 'edition.review', 'figure.read'],
  coordinator: [
    'submission.read',
    'submission.reopen',
    'archive.manage',
    'plan.manage',
    'ruleset.propose',
    'edition.manage',
    'figure.read',
    'contact.read',
  ],
  approver: ['submission.read', 'ruleset.approve', 'edition.approve', 'figure.read', 'second.read', 'second.decide'],
  admin: [
    'plan.manage',
    'catalogue.manage',
    'ruleset.propose',
    'office.manage',
    'person.manage',
    'key.manage',
    'setting.manage',
    'second.read',
    'second.decide',
  ],
}

/** The roles that file for an office: their posts belong to the office, whichever others reach it. */
export const isOfOffice = (role: Role): boolean => role === 'operator' || role === 'head'
