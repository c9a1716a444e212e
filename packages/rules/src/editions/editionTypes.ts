/** The reports that the regency itself owes. */
export const editionTypes = ['lppd', 'rlppd', 'lkpj', 'spm', 'lkjip'] as const
export type EditionType = (typeof editionTypes)[number]
