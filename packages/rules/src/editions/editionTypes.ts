/** The reports that the regency itself owes. */
export const editionTypes = ['lppd', 'rlppd', 'lkpj', 'spm', 'lkjip'] as const
export type EditionType = (typeof editionTypes)[number]

/** In the order of its life. `in-review`: with the Inspektorat; `for-approval`: with the delegate of the head of region. */
export const editionStatuses = ['draft', 'in-review', 'for-approval', 'frozen'] as const
export type EditionStatus = (typeof editionStatuses)[number]

/** What it is ordered as. */
export const editionFormats = ['pdf', 'docx', 'xlsx', 'json', 'csv'] as const
export type EditionFormat = (typeof editionFormats)[number]

export const editionFileStatuses = ['waiting', 'making', 'done', 'failed', 'cancelled'] as const
export type EditionFileStatus = (typeof editionFileStatuses)[number]
