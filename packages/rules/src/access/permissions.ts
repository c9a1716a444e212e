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
  'audit.read',
  'archive.manage',
  'plan.manage',
  'catalogue.manage',
  'ruleset.propose',
  'ruleset.approve',
  'edition.manage',
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
 * What a program may be given. A key does the work of reports, figures and the plan. It hands out no rights and sets no rules: a
 * key that leaks could else make itself others (key.manage), a way in as any person (person.manage), or change what is asked
 * and counted (catalogues, rule sets, editions, settings, offices). Those are acts of a person who signed in. A scope that no
 * route asks for is not offered.
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

/** What a scope is called on screen. */
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
/** `Mengisi`; a scope without words stands as it is. */
export const scopeWord = (scope: string): string => scopeLabels[scope as KeyScope] ?? scope
