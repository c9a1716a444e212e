/** Names serve as permissions of routes and as scopes of keys. */
export const permissions = [
  'submission.read',
  'submission.write',
  'submission.submit',
  'submission.sign',
  'submission.review',
  'submission.evaluate',
  'submission.reopen',
  'contribution.manage',
  'figure.read',
  'contact.read',
  'audit.read',
  'archive.manage',
  'plan.manage',
  'catalogue.manage',
  'ruleset.propose',
  'ruleset.approve',
  'edition.manage',
  'edition.review',
  'edition.approve',
  'office.manage',
  'person.manage',
  'key.manage',
  'setting.manage',
  'second.read',
  'second.decide',
] as const
export type Permission = (typeof permissions)[number]

/**
 * Scopes a program may have. A key does the work of reports, figures and the plan. It grants no rights and sets no rules: with those, a
 * leaked key could issue other keys (key.manage), create a sign-in as any person (person.manage), or change what is asked
 * and counted (catalogues, rule sets, editions, settings, offices). Those are acts of a signed-in person. A scope that no
 * route requires is not offered.
 */
export const keyScopes = [
  'submission.read',
  'submission.write',
  'submission.submit',
  'submission.sign',
  'submission.review',
  'submission.evaluate',
  'submission.reopen',
  'contribution.manage',
  'figure.read',
  'plan.manage',
] as const satisfies readonly Permission[]
export type KeyScope = (typeof keyScopes)[number]

/** The label of a scope. */
export const scopeLabels: Record<KeyScope, string> = {
  'submission.read': 'Membaca laporan',
  'submission.write': 'Mengisi',
  'submission.submit': 'Mengirim',
  'submission.sign': 'Menandatangani',
  'submission.review': 'Memeriksa',
  'submission.evaluate': 'Menilai',
  'submission.reopen': 'Membuka kembali',
  'contribution.manage': 'Membagi isian',
  'figure.read': 'Membaca angka',
  'plan.manage': 'Tahun pelaporan',
}
/** `Mengisi`; a scope without a label is shown as it is. */
export const scopeWord = (scope: string): string => scopeLabels[scope as KeyScope] ?? scope
