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
] as const
export type Permission = (typeof permissions)[number]
